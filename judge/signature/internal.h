#ifndef ASSAY_SIGNATURE_INTERNAL_H
#define ASSAY_SIGNATURE_INTERNAL_H

/* Internal: what the files of the part share. */

#include "judge/signature/signature.h"

/* type.c: whether a value is one token (a number, a boolean, or null instead of one). */
bool type_is_flat(const struct signature_type *type);
bool type_is_scalar(const struct signature_type *type);
bool name_is_valid(const char *name); /* snake_case */

enum name_case { CASE_SNAKE, CASE_CAMEL, CASE_PASCAL };
/* "find_pair" as find_pair, findPair or FindPair; in `arena`, NULL when memory is out. */
const char *name_in_case(struct arena *arena, const char *name, enum name_case wanted);

/* template.c: a section of a language's template, "" when there is none. Both texts lie in the
 * program. */
struct section {
    const char *text;
    size_t size;
    bool found;
};
struct section template_section(const char *language, const char *key);
/* The section whose key is the `index`th to start with `prefix`; *ret_key (in `arena`) is the rest
 * of its key. */
struct section template_nth(const char *language, const char *prefix, size_t index,
                            struct arena *arena, const char **ret_key);
bool template_exists(const char *language);
/* The case that "names" gives for "function", "method", "parameter". */
enum name_case template_case(const char *language, const char *what);

/* look.c: the text with comments and literals blanked out, NUL-terminated; the caller frees. */
char *look_code_only(const char *language, const char *text, size_t size);

#endif
