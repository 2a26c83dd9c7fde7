#ifndef ASSAY_SIGNATURE_CURSOR_H
#define ASSAY_SIGNATURE_CURSOR_H

/* Internal: a place in call text or test data. */

#include "judge/signature/signature.h"

/* A text under way. */
struct cursor {
    const char *start, *at, *end;
    const char *what; /* "input" or "test data", for messages */
    struct error *error;
};

/* Sets an error and returns its code: memory is out; at the place, `what` was expected. */
int cursor_no_memory(struct cursor *cursor);
int cursor_expected(struct cursor *cursor, const char *what);

void cursor_skip(struct cursor *cursor); /* white space */
/* Behind white space: takes the character, or the whole word, if it is there. */
bool cursor_take(struct cursor *cursor, char c);
bool cursor_take_word(struct cursor *cursor, const char *word);
/* As cursor_take(); not there is an error. */
int cursor_need(struct cursor *cursor, char c);

/* The characters of a number at the place, copied; their count. The place stays. */
size_t cursor_number(const struct cursor *cursor, char *token, size_t size);
/* The length of the word at the place, which stays. */
size_t cursor_word(const struct cursor *cursor);
/* Takes the name of a method; its index among the calls. */
int cursor_method(struct cursor *cursor, const struct signature *signature, size_t *ret);

/* Takes a string literal, or a value of one token, checks it, and writes it as test data have it.
 */
int cursor_copy_string(struct cursor *cursor, struct buffer *out);
int cursor_copy_flat(struct cursor *cursor, const struct signature_type *type, struct buffer *out);

#endif
