/*
 * Theory of operation: under the emulator a program is counted piece by piece, and that decides
 * what its sum cannot (blocks.c); so it comes before the processor's own counter, which is quicker
 * and knows the sum alone. CPU time, which others on the machine move, comes last.
 */

#include "judge/growth/backend.h"

#include <errno.h>
#include <string.h>

static const char *const names[GROWTH_BACKENDS] = {
    [GROWTH_INSTRUCTIONS] = "instructions",
    [GROWTH_HARDWARE] = "hardware instructions",
    [GROWTH_CPU_TIME] = "cpu time",
};

const char *growth_backend_name(enum growth_backend backend)
{
    return names[backend];
}

/* Why it cannot be had, in the arena; "" where it can; NULL: out of memory. */
static const char *fault_of(enum growth_backend backend, const struct emulator *emulator,
                            struct arena *arena)
{
    struct sandbox_error refusal;

    if (backend == GROWTH_INSTRUCTIONS)
        return emulator->fault ? emulator->fault : "";
    if (backend == GROWTH_CPU_TIME ||
        sandbox_counter_check(SANDBOX_COUNT_INSTRUCTIONS, &refusal) == 0)
        return "";
    return arena_printf(arena, "no hardware counter: %s%s%s%s", refusal.message,
                        *refusal.remedy ? " (" : "", refusal.remedy, *refusal.remedy ? ")" : "");
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
