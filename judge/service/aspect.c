/*
 * What a probe is about, for those who weigh results: the package says it (`aspect:`), or the steps
 * tell. A step decides before those below it: what is killed is asked whether it remembers, whatever
 * else the probe does.
 */

#include "judge/service/probe.h"

#include <string.h>

static const char *const names[] = {
    [ASPECT_SPECIFICATION] = "specification", [ASPECT_PERSISTENCE] = "persistence",
    [ASPECT_CONCURRENCY] = "concurrency",     [ASPECT_SECURITY] = "security",
    [ASPECT_LOAD] = "load",                   [ASPECT_OPERABILITY] = "operability",
};

const char *probe_aspect_name(enum probe_aspect aspect)
{
    return names[aspect];
}

bool probe_aspect_find(const char *name, enum probe_aspect *ret)
{
    for (size_t i = 0; i < COUNT(names); i++) {
        if (strcmp(names[i], name) != 0)
            continue;
        *ret = (enum probe_aspect) i;
        return true;
    }
    return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): steps nest as deep as YAML does, 64 levels */
static bool has_step(const struct steps *steps, enum step_kind kind)
{
    for (size_t i = 0; i < steps->count; i++)
        if (steps->items[i].kind == kind || has_step(&steps->items[i].steps, kind))
            return true;
    return false;
}

enum probe_aspect probe_aspect_of(const struct steps *steps)
{
    static const struct {
        enum step_kind step;
        enum probe_aspect aspect;
    } rows[] = {
        { STEP_CRASH, ASPECT_PERSISTENCE },    { STEP_KILL, ASPECT_PERSISTENCE },
        { STEP_RESTART, ASPECT_PERSISTENCE },  { STEP_MEMORY, ASPECT_LOAD },
        { STEP_LOAD, ASPECT_LOAD },            { STEP_STOP, ASPECT_OPERABILITY },
        { STEP_PARALLEL, ASPECT_CONCURRENCY }, { STEP_SIGNED, ASPECT_SECURITY },
    };

    for (size_t i = 0; i < COUNT(rows); i++)
        if (has_step(steps, rows[i].step))
            return rows[i].aspect;
    return ASPECT_SPECIFICATION;
}
