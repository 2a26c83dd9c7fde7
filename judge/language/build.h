#ifndef ASSAY_LANGUAGE_BUILD_H
#define ASSAY_LANGUAGE_BUILD_H

/* Internal: one compilation under way. build.c leads it; build_room.c runs the compiler. */

#include "judge/language/compiler.h"
#include "judge/language/stage.h"

struct build {
    struct compiler *compiler;
    const struct compile_request *request;
    const struct language_row *row;
    struct arena *arena;             /* goes to the program */
    const struct tool *const *tools; /* NULL-terminated */
    struct stage stage;
    struct cache_slot slot; /* src/, include/ while staged; prog/ and meta when done */
    struct buffer message;  /* for people */
    double compile_s;
    uint64_t collected_bytes;
    size_t collected;  /* files */
    bool key_is_taken; /* by an entry that is not whole, and that another judge uses */
    const char *entry;
};

/* Runs the row's compiler over what is staged in the slot, and takes what it leaves into `prog`.
 * *ret_ok false: a compile error, build->message says which. Errors: -EIO, -ENOMEM. */
int build_in_room(struct build *build, const char *prog, bool *ret_ok, struct error *error);

#endif
