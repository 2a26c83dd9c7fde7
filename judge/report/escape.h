#ifndef ASSAY_REPORT_ESCAPE_H
#define ASSAY_REPORT_ESCAPE_H

/* Internal: text of others written so that it stays text. Each appends to `out`; the text is valid
 * UTF-8 without control characters but tab and newline (text_harmless()). Errors: -ENOMEM. */

#include "judge/base/memory.h"

#include <stdio.h>

/* For HTML and XML alike, in text and in quoted attributes. */
int escape_html(struct buffer *out, const char *text);
/* Inline in Markdown: on one line; nothing in it is markup, a link, or somebody's name to GitHub.
 */
int escape_markdown(struct buffer *out, const char *text);
/* A fenced block, longer than any fence in the text. */
int escape_markdown_block(struct buffer *out, const char *text);
/* Any text (NULL: none) to `file` for XML 1.0, made harmless first and cut to 64 KiB; for
 * attributes, too. Whether it was written, ferror() says. */
int escape_xml(FILE *file, const char *text);

#endif
