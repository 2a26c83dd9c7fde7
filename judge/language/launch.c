/*
 * From a compiled program to a room and a command line. The program's directory is shown read-only
 * at LANGUAGE_PROGRAM; the rest of the room is what the run step of its row needs and nothing of
 * compilers.
 */
#include "judge/language/compiler.h"
#include "judge/language/template.h"

#include <errno.h>
#include <string.h>

#define MEGABYTE ((uint64_t) 1024 * 1024)
#define DEFAULT_MEMORY_MB 2048

static int add_extra(struct arena *arena, word_list words, const char *const *extra,
                     const char *const **ret)
{
    size_t count = word_count(words);
    size_t extra_count = extra ? word_count(extra) : 0;
    const char **all = arena_array(arena, count + extra_count + 1, sizeof(*all));

    if (!all)
        return -ENOMEM;
    memcpy(all, words, count * sizeof(*all));
    if (extra_count > 0)
        memcpy(all + count, extra, extra_count * sizeof(*all));
    *ret = all;
    return 0;
}

int program_launch(const struct program *program, struct arena *arena, uint64_t memory_bytes,
                   const char *const *extra, struct program_launch *ret, struct error *error)
{
    const struct program_row *own = program->row;
    const struct step_row *step = &own->row->run;
    struct template_values values = {
        .tools = own->tools,
        .main = own->entry,
        .class = own->entry,
        .out = LANGUAGE_PROGRAM,
        .memory_mb = memory_bytes ? memory_bytes / MEGABYTE : DEFAULT_MEMORY_MB,
    };
    struct program_launch launch = {
        .room_config = { .profile = (enum sandbox_profile) step->profile,
                         .binds = own->plan.binds,
                         .bind_count = own->plan.bind_count,
                         .links = own->plan.links,
                         .link_count = own->plan.link_count },
        .memory_overhead_bytes = (uint64_t) step->overhead_mb * MEGABYTE,
        .processes = (uint32_t) step->processes,
        .memory_message = step->memory_message,
    };
    word_list words;

    if (!program->ok)
        return error_set(error, -EINVAL, "the program did not compile");
    if (values.memory_mb == 0)
        values.memory_mb = 1;
    launch.environment = step_environment(arena, step, "/box", &values);
    if (!launch.environment || template_expand(arena, step->command, &values, &words) < 0 ||
        add_extra(arena, words, extra, &launch.arguments) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    *ret = launch;
    return 0;
}

const char *program_directory(const struct program *program)
{
    return program->row->directory;
}

void program_free(struct program *program)
{
    if (!program)
        return;
    bind_plan_clear(&program->row->plan);
    cache_close(&program->row->slot);
    arena_free(program->row->arena);
    free(program->row);
    free(program->message);
    free(program);
}
