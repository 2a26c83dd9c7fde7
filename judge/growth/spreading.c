/*
 * Theory of operation: what the host's interpreter is told is known (languages.yaml): where the
 * program begins in its arguments says where something can be put before it. A JVM is given another
 * class path, and the program's own directory as an argument, since its classes have to be loaded
 * anew for each input.
 */

#include "judge/growth/spreading.h"

#include "judge/growth/plugin/counts.h"

#include <math.h>
#include <string.h>

#define PLUGIN SPREADING_DIRECTORY "/count.so"
#define SPREAD_PY SPREADING_DIRECTORY "/spread.py"
#define SPREAD_JS SPREADING_DIRECTORY "/spread.js"
#define MOST_ADDED 10
#define JVM_WARM_UP 2 /* the second still does what the others do not */

/* What a command line is made of, one by one. */
struct list {
    const char **words;
    size_t count;
};

static void add(struct list *list, const char *word)
{
    list->words[list->count++] = word;
}

static size_t length_of(const char *const *words)
{
    size_t count = 0;

    while (words && words[count])
        count++;
    return count;
}

/* The argument that is the class path, where it begins with the program's directory; 0: none. */
static size_t class_path_of(const char *const *command)
{
    size_t length = strlen(LANGUAGE_PROGRAM);

    for (size_t i = 1; command[i] && command[i + 1]; i++)
        if (strcmp(command[i], "-cp") == 0 &&
            strncmp(command[i + 1], LANGUAGE_PROGRAM, length) == 0 &&
            (command[i + 1][length] == '\0' || command[i + 1][length] == ':'))
            return i + 1;
    return 0;
}

bool spreading_is_possible(const struct meter *meter, const char *const *command)
{
    if (meter->backend != GROWTH_INSTRUCTIONS || meter->alone)
        return false;
    if (meter->runtime->spreading == SPREAD_JVM)
        return meter->emulator->jvm_spreader && class_path_of(command);
    return meter->runtime->spreading != SPREAD_NONE;
}

size_t spreading_warm_up(const struct meter *meter)
{
    return meter->runtime->spreading == SPREAD_JVM ? JVM_WARM_UP : 0;
}

const char *const spreading_held[] = { "LD_PRELOAD=" SPREADING_HELD, "MALLOC_ARENA_MAX=1", NULL };

static const char *plugin_of(const struct meter *meter, struct arena *arena, const char *inputs,
                             double budget_s)
{
    const char *bytecode = meter->runtime->bytecode;

    const char *lost = meter->runtime->spreading == SPREAD_NODE ? "," COUNTS_HELPERS "=lost" : "";

    return arena_printf(arena, "%s,%s=%s,%s=%s,%s=%lld%s%s%s", PLUGIN, COUNTS_OF,
                        meter->timing ? COUNTS_TIME : COUNTS_MEMORY, COUNTS_SPREAD, inputs,
                        COUNTS_BUDGET, llround(budget_s * 1e3),
                        bytecode ? "," COUNTS_BYTECODE "=" : "", bytecode ? bytecode : "", lost);
}

/* The class path, and at the end the class. */
static bool add_jvm(struct list *list, struct arena *arena, const char *const *command)
{
    size_t path = class_path_of(command), last = length_of(command) - 1;
    const char *rest = command[path] + strlen(LANGUAGE_PROGRAM);
    const char *own_path = arena_printf(arena, "%s%s", SPREADING_JVM, rest);

    for (size_t i = 1; i < last; i++)
        add(list, i == path ? own_path : command[i]);
    add(list, "AssaySpread");
    add(list, LANGUAGE_PROGRAM);
    add(list, command[last]);
    return own_path != NULL;
}

const char *const *spreading_arguments(const struct meter *meter, struct arena *arena,
                                       const char *const *command, const char *inputs,
                                       double budget_s)
{
    const char *const *more = meter->runtime->arguments;
    const char *const *nursery = meter->runtime->timing;
    size_t most = length_of(command) + length_of(more) + length_of(nursery) + MOST_ADDED;
    struct list list = { .words = arena_array(arena, most, sizeof(*list.words)) };
    const char *plugin = plugin_of(meter, arena, inputs, budget_s);
    enum spreading spreading = *inputs ? meter->runtime->spreading : SPREAD_NONE;

    if (!list.words || !plugin)
        return NULL;
    if (meter->backend == GROWTH_INSTRUCTIONS) {
        add(&list, meter->emulator->path);
        add(&list, "-plugin");
        add(&list, plugin);
    }
    add(&list, command[0]);
    for (size_t i = 0; more[i]; i++)
        add(&list, more[i]);
    for (size_t i = 0; nursery && nursery[i]; i++)
        add(&list, nursery[i]);
    if (spreading == SPREAD_JVM)
        return add_jvm(&list, arena, command) ? list.words : NULL;
    if (spreading == SPREAD_PYTHON)
        add(&list, SPREAD_PY);
    if (spreading == SPREAD_NODE) {
        add(&list, "-r");
        add(&list, SPREAD_JS);
    }
    for (size_t i = 1; command[i]; i++)
        add(&list, command[i]);
    return list.words;
}

/* Where there is the class that warms a JVM up: it is put before the program's. */
const char *const *spreading_held_arguments(const struct meter *meter, struct arena *arena,
                                            const char *const *command)
{
    const char *const *more = meter->runtime->sizing;
    size_t path = class_path_of(command), last = length_of(command) - 1;
    bool warms = path && meter->emulator->jvm_spreader;
    const char *own_path =
        warms ? arena_printf(arena, "%s:%s", command[path], SPREADING_JVM) : NULL;
    struct list list = { .words =
                             arena_array(arena, last + length_of(more) + 3, sizeof(*list.words)) };

    if (!list.words || (warms && !own_path))
        return NULL;
    add(&list, command[0]);
    for (size_t i = 0; more && more[i]; i++)
        add(&list, more[i]);
    for (size_t i = 1; command[i]; i++) {
        if (warms && i == last)
            add(&list, "AssayHeld");
        add(&list, warms && i == path ? own_path : command[i]);
    }
    return list.words;
}
