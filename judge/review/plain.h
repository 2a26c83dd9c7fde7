#ifndef ASSAY_REVIEW_PLAIN_H
#define ASSAY_REVIEW_PLAIN_H

/*
 * Texts with what does not count in them blanked: comments, and of migrations the way back. Places
 * stay as they are, since line ends do. `plain` has `size` bytes and a NUL behind them.
 */

#include <stddef.h>

/* From `start` up to `end`. */
void plain_blank(char *plain, size_t start, size_t end);
void plain_blank_sql(char *plain, size_t size);
void plain_blank_settings(char *plain, size_t size);
/* `text` is the file as it was, with the comments that say where the way back begins. */
void plain_blank_way_back(char *plain, const char *text, size_t size);

#endif
