/*
 * Theory of operation: under the emulator a program is counted piece by piece, and that decides
 * what its sum cannot (blocks.c); so it comes before the processor's own counter, which is quicker
 * and knows the sum alone. CPU time, which others on the machine move, comes last.
 */

#include "judge/growth/backend.h"

#include <errno.h>
#include <stdio.h>

#define FAULT_BYTES 1200

static const char *const names[GROWTH_BACKENDS] = {
    [GROWTH_INSTRUCTIONS] = "instructions",
    [GROWTH_HARDWARE] = "hardware instructions",
    [GROWTH_CPU_TIME] = "cpu time",
};

const char *growth_backend_name(enum growth_backend backend)
{
    return names[backend];
}

void growth_backend_fault(enum growth_backend backend, char *text, size_t size)
{
    struct sandbox_error refusal;
    struct emulator emulator = { .fault = NULL };

    if (backend == GROWTH_INSTRUCTIONS)
        emulator_find(&emulator);
    if (backend == GROWTH_HARDWARE &&
        sandbox_counter_check(SANDBOX_COUNT_INSTRUCTIONS, &refusal) < 0)
        snprintf(text, size, "no hardware counter: %s%s%s%s", refusal.message,
                 *refusal.remedy ? " (" : "", refusal.remedy, *refusal.remedy ? ")" : "");
    else
        snprintf(text, size, "%s", emulator.fault ? emulator.fault : "");
}

/* In the arena; "" where it can be had; NULL: out of memory. */
static const char *fault_of(enum growth_backend backend, const struct emulator *emulator,
                            struct arena *arena)
{
    char text[FAULT_BYTES];

    if (backend == GROWTH_INSTRUCTIONS)
        return emulator->fault ? emulator->fault : "";
    growth_backend_fault(backend, text, sizeof(text));
    return arena_strdup(arena, text);
}

int backend_choose(const struct growth_options *options, const struct emulator *emulator,
                   enum growth_backend first, struct arena *arena, enum growth_backend *ret,
                   const char **note, struct error *error)
{
    enum growth_backend last = GROWTH_CPU_TIME;

    if (options->backend > 0) {
        enum growth_backend named = (enum growth_backend)(options->backend - 1);

        if (named < first)
            return error_set(error, -EINVAL, "cannot measure by %s: %s", names[named],
                             *note ? *note : "it was tried");
        first = last = named;
    }
    for (enum growth_backend backend = first; backend <= last; backend++) {
        const char *fault = fault_of(backend, emulator, arena);

        if (fault && !*fault) {
            *ret = backend;
            return 0;
        }
        if (fault && options->backend > 0)
            return error_set(error, -EINVAL, "cannot measure by %s: %s", names[backend], fault);
        const char *all = fault && *note ? arena_printf(arena, "%s; %s", *note, fault) : fault;

        if (!all)
            return error_set(error, -ENOMEM, "out of memory");
        *note = all;
    }
    return 0;
}
