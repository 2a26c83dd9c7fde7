/*
 * Theory of operation: the program runs in a room as in a trial. To count instructions, it is the
 * emulator that the room starts, with the plugin and then the program's own command line; the
 * plugin's page of counts is a memory file of the run's own, sealed in size, which is read when the
 * room is empty again. Nothing in it is trusted more than what a program prints.
 */

#include "judge/growth/meter.h"

#include "judge/base/text.h"
#include "judge/growth/plugin/counts.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>

#define SHOWN_DIRECTORY "/assay"
#define PLUGIN SHOWN_DIRECTORY "/count.so"
#define EMULATOR_MEMORY ((uint64_t) 1024 * 1024 * 1024)
#define EMULATOR_THREADS 16
/* More than this no address space holds: such counts are a program's invention. */
#define MOST_GRAINS ((uint64_t) 1 << 43)

static size_t list_length(const char *const *list)
{
    size_t count = 0;

    while (list && list[count])
        count++;
    return count;
}

/* The runtime's own arguments go behind the program's name, the emulator before it. */
static const char *const *arguments_of(const struct meter *meter, struct arena *arena,
                                       const char *const *own)
{
    bool emulated = meter->backend == GROWTH_INSTRUCTIONS;
    size_t own_count = list_length(own), more = list_length(meter->runtime->arguments);
    const char **all = arena_array(arena, own_count + more + 4, sizeof(*all));
    size_t count = 0;

    if (!all || !emulated)
        return emulated ? NULL : own;
    all[count++] = meter->emulator->path;
    all[count++] = "-plugin";
    all[count++] = meter->runtime->late_memory ? PLUGIN ",memory=later" : PLUGIN ",memory=on";
    all[count++] = own[0];
    for (size_t i = 0; i < more; i++)
        all[count++] = meter->runtime->arguments[i];
    for (size_t i = 1; i < own_count; i++)
        all[count++] = own[i];
    return all;
}

static bool same_name(const char *one, const char *other)
{
    size_t length = strcspn(one, "=");

    return strncmp(one, other, length) == 0 && other[length] == '=';
}

static const char *const *environment_of(const struct meter *meter, struct arena *arena,
                                         const char *const *own)
{
    const char *const *more = meter->runtime->environment;
    const char **all = arena_array(arena, list_length(own) + list_length(more) + 1, sizeof(*all));
    size_t count = 0;

    if (!all)
        return NULL;
    for (size_t i = 0; own && own[i]; i++) {
        bool replaced = false;

        for (size_t k = 0; more[k]; k++)
            replaced |= same_name(more[k], own[i]);
        if (!replaced)
            all[count++] = own[i];
    }
    for (size_t k = 0; more[k]; k++)
        all[count++] = more[k];
    return all;
}

static int add_binds(const struct meter *meter, struct arena *arena,
                     struct sandbox_room_config *config)
{
    struct sandbox_bind *binds = arena_array(arena, config->bind_count + 3, sizeof(*binds));

    if (!binds)
        return -ENOMEM;
    memcpy(binds, config->binds, config->bind_count * sizeof(*binds));
    binds[config->bind_count++] = (struct sandbox_bind){ .source = meter->emulator->path };
    binds[config->bind_count++] =
        (struct sandbox_bind){ .source = compiler_directory_path(meter->emulator->directory),
                               .target = SHOWN_DIRECTORY };
    config->binds = binds;
    return 0;
}

int meter_room_open(const struct meter *meter, int cpu, struct sandbox_room **ret,
                    struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct program_launch launch;
    struct sandbox_error failure;
    int code;

    if (!arena)
        return error_set(error, -ENOMEM, "out of memory");
    code = program_launch(meter->program, arena, meter->judge->package->limits.memory_bytes, NULL,
                          &launch, error);
    if (code < 0)
        return code;
    launch.room_config.cpu = cpu + 1;
    /* The emulator makes up /proc/self/maps and the like in memory files, which a compiled program
     * by itself may not have. Of the profiles that allow them, Node's allows the least. */
    if (meter->backend == GROWTH_INSTRUCTIONS &&
        (launch.room_config.profile == SANDBOX_PROFILE_COMPILED ||
         launch.room_config.profile == SANDBOX_PROFILE_INTERPRETER))
        launch.room_config.profile = SANDBOX_PROFILE_NODE;
    if (meter->backend == GROWTH_INSTRUCTIONS && add_binds(meter, arena, &launch.room_config) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    if (sandbox_room_open(meter->judge->sandbox, &launch.room_config, ret, &failure) < 0)
        return error_from_sandbox(error, &failure);
    return 0;
}

static int open_counts(int *ret, struct error *error)
{
    AUTO_CLOSE int fd = memfd_create("counts", MFD_CLOEXEC | MFD_ALLOW_SEALING);

    if (fd < 0 || ftruncate(fd, COUNTS_BYTES) < 0 ||
        fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) < 0)
        return error_set(error, -errno, "cannot make a memory file: %s", strerror(errno));
    *ret = steal_fd(&fd);
    return 0;
}

static void take_counts(int fd, struct sample *sample)
{
    struct counts counts = { 0 };

    if (pread(fd, &counts, sizeof(counts), 0) != (ssize_t) sizeof(counts) ||
        counts.magic != COUNTS_MAGIC)
        return;
    sample->counted = true;
    sample->marked = counts.marks > 0;
    if (counts.inside)
        counts.marked_instructions += counts.instructions - counts.since;
    if (sample->marked) {
        sample->count = (double) counts.marked_instructions;
        sample->space = (double) (counts.fresh_peak % MOST_GRAINS) * COUNTS_GRAIN;
    } else {
        uint64_t start = counts.reads ? counts.read_instructions : 0;
        uint64_t grains = counts.reads ? counts.read_grains : 0;

        sample->count = (double) (counts.instructions - start);
        sample->space = counts.grains_peak > grains
                            ? (double) ((counts.grains_peak - grains) % MOST_GRAINS) * COUNTS_GRAIN
                            : 0;
    }
}

/* How it ended, in one line. */
static int take_end(const struct decide_limits *limits, const struct sandbox_result *result,
                    struct sample *sample, struct error *error)
{
    AUTO_BUFFER struct buffer message = { 0 };
    AUTO_FREE char *line = NULL;

    if (decide_run(result, limits, &sample->verdict, &message) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    if (sample->verdict == VERDICT_AC)
        return 0;
    if (message.data)
        message.data[strcspn(message.data, "\n")] = '\0';
    line = text_harmless(message.data ? message.data : "", message.data ? strlen(message.data) : 0,
                         sizeof(sample->message) - 1);
    if (!line)
        return error_set(error, -ENOMEM, "out of memory");
    snprintf(sample->message, sizeof(sample->message), "%s", line);
    text_line(sample->message);
    return 0;
}

static int run_once(const struct meter *meter, struct sandbox_room *room, const void *input,
                    size_t size, const struct meter_limits *most, struct sample *ret,
                    struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    CLEANUP(sandbox_result_clear) struct sandbox_result result = { 0 };
    const struct package_limits *package = &meter->judge->package->limits;
    bool emulated = meter->backend == GROWTH_INSTRUCTIONS;
    AUTO_CLOSE int input_fd = -1;
    AUTO_CLOSE int counts_fd = -1;
    struct program_launch launch;
    struct sandbox_error failure;
    int code = arena ? 0 : error_set(error, -ENOMEM, "out of memory");

    if (code == 0)
        code = program_launch(meter->program, arena, package->memory_bytes, NULL, &launch, error);
    if (code == 0 && emulated)
        code = open_counts(&counts_fd, error);
    if (code < 0)
        return code;
    if (sandbox_seal_bytes(input, size, &input_fd, &failure) < 0)
        return error_from_sandbox(error, &failure);
    struct decide_limits limits = {
        .cpu_ns = (uint64_t) (most->cpu_s * 1e9),
        .wall_ns = (uint64_t) (most->wall_s * 1e9),
        .memory_bytes = package->memory_bytes,
        .memory_overhead = launch.memory_overhead_bytes + (emulated ? EMULATOR_MEMORY : 0),
        .output_bytes = package->output_bytes,
    };
    struct sandbox_descriptor descriptor = { counts_fd, COUNTS_DESCRIPTOR };
    struct sandbox_run run = {
        .arguments = arguments_of(meter, arena, launch.arguments),
        .environment =
            emulated ? environment_of(meter, arena, launch.environment) : launch.environment,
        .limits = decide_sandbox_limits(&limits, launch.processes + EMULATOR_THREADS),
        .input_fd = input_fd,
        .output_fd = -1,
        .error_fd = -1,
        .descriptors = &descriptor,
        .descriptor_count = emulated ? 1 : 0,
    };

    if (!run.arguments || !run.environment)
        return error_set(error, -ENOMEM, "out of memory");
    if (sandbox_run(room, &run, &result, &failure) < 0)
        return error_from_sandbox(error, &failure);
    *ret = (struct sample){ .cpu_s = (double) result.cpu_ns / 1e9,
                            .count = (double) result.cpu_ns,
                            .space = (double) result.memory_bytes };
    if (emulated)
        take_counts(counts_fd, ret);
    return take_end(&limits, &result, ret, error);
}

int meter_run(const struct meter *meter, struct sandbox_room *room, const void *input, size_t size,
              const struct meter_limits *limits, struct sample *ret, struct error *error)
{
    int repeats = meter->backend == GROWTH_CPU_TIME ? meter->repeats : 1;
    struct sample sample;
    double spent = 0;

    for (int i = 0; i < repeats; i++) {
        int code = run_once(meter, room, input, size, limits, &sample, error);

        if (code < 0)
            return code;
        spent += sample.cpu_s;
        if (i == 0 || (sample.verdict == VERDICT_AC && sample.count < ret->count))
            *ret = sample;
        if (ret->verdict != VERDICT_AC)
            break;
    }
    ret->cpu_s = repeats > 1 ? spent / repeats : ret->cpu_s;
    return 0;
}
