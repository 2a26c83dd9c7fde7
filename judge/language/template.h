#ifndef ASSAY_LANGUAGE_TEMPLATE_H
#define ASSAY_LANGUAGE_TEMPLATE_H

/* Internal: the placeholders in commands and environments of the table. */

#include "judge/language/row.h"
#include "judge/language/toolchain.h"

/* What placeholders stand for. Texts that a step has no use for may be NULL: they become "". */
struct template_values {
    const struct tool *const *tools; /* NULL-terminated */
    word_list files;                 /* {files} */
    word_list includes;              /* {includes}, directories in the room */
    const char *main;
    const char *class;
    const char *out;
    const char *dialect;
    uint64_t memory_mb;
};

/* Puts values for placeholders. {files} and {includes} become as many words as there are; they
 * stand alone. In `arena`; -ENOMEM. */
int template_expand(struct arena *arena, word_list words, const struct template_values *values,
                    word_list *ret);

/* The first placeholder of `word` that means nothing, given the tools of the language: its start
 * and length; NULL when all is well. */
const char *template_fault(const char *word, word_list tools, size_t *ret_length);

#endif
