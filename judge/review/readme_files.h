#ifndef ASSAY_REVIEW_README_FILES_H
#define ASSAY_REVIEW_README_FILES_H

/* Where in the files of a repository a name stands: all that claims are decided by. */

#include "judge/review/sources.h"

/* A byte of a name. */
bool files_is_word_byte(char byte);
/* The first file that has it as a word of its own; NULL: none has. */
const struct source *files_find_word(const struct sources *sources, const char *word);
/* The first that has it anywhere; in tests, too, or not. NULL: none has. */
const struct source *files_find_text(const struct sources *sources, const char *text, bool tests);
/* In small letters or capitals, outside of tests. */
bool files_have_any_case(const struct sources *sources, const char *text);
/* In small letters or capitals, as a word of its own. */
bool files_has_word_of_any_case(const struct source *source, const char *word);

#endif
