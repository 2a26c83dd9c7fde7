#ifndef ASSAY_NEAR_H
#define ASSAY_NEAR_H

/* "Did you mean": the known word that a mistyped one is nearest to. */

#include "judge/base/error.h"

/* The nearest of `words` (NULL-terminated), or NULL when none is near enough to be meant. */
const char *near_word(const char *const *words, const char *typed);

/* Sets the error's remedy to "did you mean '<prefix>word'?", or leaves it alone. */
void near_remedy(const char *const *words, const char *typed, const char *prefix,
                 struct error *error);

#endif
