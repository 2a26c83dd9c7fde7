#ifndef ASSAY_LANGUAGE_COMPILER_H
#define ASSAY_LANGUAGE_COMPILER_H

/* Internal: what compiler.c, build.c and launch.c share. */

#include "judge/language/binds.h"
#include "judge/language/cache.h"
#include "judge/language/row.h"
#include "judge/language/toolchain.h"

#include <pthread.h>

struct compiler {
    const struct language_table *table; /* borrowed, like the sandbox */
    struct sandbox *sandbox;
    struct arena *arena;
    const char *cache;
    const char
        *private_cache;      /* removed at the end: there was no place for a lasting one; or NULL */
    const char *cache_fault; /* why not */
    pthread_mutex_t lock;    /* over what follows; taken for the whole of a look-up */
    struct tool *tools;      /* one for each of the table's; row NULL: not looked for yet */
    struct language_toolchain *toolchains; /* one for each language */
    bool *looked_up;
};

/* A program's own part. */
struct program_row {
    struct arena *arena;
    const struct language_row *row;
    const struct tool *const *tools; /* NULL-terminated; the compiler's */
    const char *entry;               /* main file or class; "" where none is needed */
    const char *directory;           /* what was compiled; NULL: nothing */
    struct cache_slot slot;          /* keeps the directory while the program lives */
    struct bind_plan plan;
};

/* The tools of a language, all available, in `arena`. Errors: -ENOENT, -ENOMEM. */
int compiler_tools(struct compiler *compiler, const struct language *language, struct arena *arena,
                   const struct tool *const **ret, struct error *error);

/* The environment of a step: the least that programs expect, then the table's. In `arena`; NULL
 * when memory is out. */
struct template_values;
const char *const *step_environment(struct arena *arena, const struct step_row *step,
                                    const char *home, const struct template_values *values);

#endif
