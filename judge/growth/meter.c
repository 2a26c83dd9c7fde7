/*
 * Theory of operation: the program runs in a room as in a trial. To count instructions, it is the
 * emulator that the room starts, with the plugin and then the program's own command line; the
 * plugin's page of counts is a memory file of the run's own, sealed in size, which is read when the
 * room is empty again. Nothing in it is trusted more than what a program prints. The processor's
 * counter is the room's, and out of the program's reach.
 */

#include "judge/growth/meter.h"

#include "judge/base/text.h"
#include "judge/growth/plugin/counts.h"
#include "judge/growth/spreading.h"
#include "judge/growth/tally.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>

/* On top of the limits: the emulator's own, or garbage that is not collected. */
#define COUNTING_MEMORY ((uint64_t) 1024 * 1024 * 1024)
#define COUNTING_THREADS 16
#define REPEATS_COUNTED 2 /* by the hardware, which differs by little */

bool meter_spreads(const struct meter *meter)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct program_launch launch;
    struct error ignored;

    return arena &&
           program_launch(meter->program, arena, meter->judge->package->limits.memory_bytes, NULL,
                          &launch, &ignored) == 0 &&
           spreading_is_possible(meter, launch.arguments);
}

const struct decide_rules *meter_rules(const struct meter *meter)
{
    if (meter->backend == GROWTH_CPU_TIME)
        return &runtime_cpu_rules;
    if (meter->backend == GROWTH_HARDWARE)
        return &meter->runtime->hardware;
    return meter->runtime->lone.tolerance > 0 && !meter_spreads(meter) ? &meter->runtime->lone
                                                                       : &meter->runtime->time;
}

static size_t list_length(const char *const *list)
{
    size_t count = 0;

    while (list && list[count])
        count++;
    return count;
}

static bool same_name(const char *one, const char *other)
{
    size_t length = strcspn(one, "=");

    return strncmp(one, other, length) == 0 && other[length] == '=';
}

static bool is_among(const char *const *list, const char *row)
{
    for (size_t k = 0; list && list[k]; k++)
        if (same_name(list[k], row))
            return true;
    return false;
}

static const char *const *environment_of(const struct meter *meter, struct arena *arena,
                                         const char *const *own)
{
    const struct runtime *runtime = meter->runtime;
    const char *const *more[] = { runtime->environment, meter->holding ? spreading_held
                                                        : meter->timing
                                                            ? runtime->timing_environment
                                                            : runtime->sizing_environment };
    const char **all = arena_array(
        arena, list_length(own) + list_length(more[0]) + list_length(more[1]) + 1, sizeof(*all));
    size_t count = 0;

    if (!all)
        return NULL;
    for (size_t i = 0; own && own[i]; i++)
        if (!is_among(more[0], own[i]) && !is_among(more[1], own[i]))
            all[count++] = own[i];
    for (size_t i = 0; i < COUNT(more); i++)
        for (size_t k = 0; more[i] && more[i][k]; k++)
            all[count++] = more[i][k];
    return all;
}

static int add_binds(const struct meter *meter, struct arena *arena,
                     struct sandbox_room_config *config)
{
    const struct program *jvm_spreader = meter->emulator->jvm_spreader;
    struct sandbox_bind *binds = arena_array(arena, config->bind_count + 4, sizeof(*binds));

    if (!binds)
        return -ENOMEM;
    memcpy(binds, config->binds, config->bind_count * sizeof(*binds));
    if (meter->emulator->path[0])
        binds[config->bind_count++] = (struct sandbox_bind){ .source = meter->emulator->path };
    binds[config->bind_count++] =
        (struct sandbox_bind){ .source = compiler_directory_path(meter->emulator->directory),
                               .target = SPREADING_DIRECTORY };
    if (jvm_spreader)
        binds[config->bind_count++] =
            (struct sandbox_bind){ .source = program_directory(jvm_spreader),
                                   .target = SPREADING_JVM };
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
    if (meter->backend == GROWTH_HARDWARE)
        launch.room_config.counter = SANDBOX_COUNT_INSTRUCTIONS;
    if (meter->emulator->directory && add_binds(meter, arena, &launch.room_config) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    if (sandbox_room_open(meter->judge->sandbox, &launch.room_config, ret, &failure) < 0)
        return error_from_sandbox(error, &failure);
    return 0;
}

/* Whether there is something in the program that counts. */
static bool has_counts(const struct meter *meter)
{
    return meter->backend == GROWTH_INSTRUCTIONS || meter->holding;
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

static bool read_page(int fd, size_t page, struct counts *ret)
{
    return pread(fd, ret, sizeof(*ret), (off_t) page * (off_t) COUNTS_PAGE) ==
           (ssize_t) sizeof(*ret);
}

/* Pages of the inputs that count: those for warming up are left out. An input that has not ended is
 * on the program's own page, where no child runs it. Returns whether there is such a one. */
static bool read_pages(const struct meter *meter, int counts_fd, size_t count, struct counts *ret)
{
    size_t warm_up = spreading_warm_up(meter), begun;
    bool open = false;

    for (size_t i = 0; i <= count; i++)
        if (!read_page(counts_fd, i ? i + warm_up : 0, &ret[i]))
            ret[i].magic = 0;
    ret[0].begun -= ret[0].begun < warm_up ? ret[0].begun : warm_up;
    begun = ret[0].begun;
    if (warm_up && begun > 0 && begun <= count && ret[begun].magic != COUNTS_MAGIC) {
        open = true;
        ret[begun] = ret[0];
    }
    return open;
}

/* Of a start that takes several inputs. */
static void take_inputs(const struct meter *meter, int counts_fd, const struct sample *whole,
                        struct counts *pages, struct sample *ret, size_t count)
{
    bool open = read_pages(meter, counts_fd, count, pages);

    tally_inputs(pages, count, whole, ret);
    /* All others are sure to be told that it is over. */
    ret[0].broke_out =
        spreading_warm_up(meter) && whole->verdict == VERDICT_AC && (open || pages[0].begun == 0);
}

static void take_samples(const struct meter *meter, int counts_fd, const struct sample *whole,
                         bool spreads, struct sample *ret, size_t count)
{
    AUTO_FREE struct counts *pages = calloc(1 + METER_INPUTS, sizeof(*pages));
    bool counts = pages && has_counts(meter);

    ret[0] = *whole;
    if (counts && !spreads && !read_page(counts_fd, 0, &pages[0]))
        pages[0].magic = 0;
    if (counts && meter->holding)
        ret[0].space = tally_held(&pages[0]);
    else if (counts && spreads)
        take_inputs(meter, counts_fd, whole, pages, ret, count);
    else if (counts)
        tally_run(&pages[0], &ret[0]);
    for (size_t i = 0; i < count && meter->timing; i++)
        ret[i].space = NAN;
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

/* ---- A run ---------------------------------------------------------------------------------- */

/* Its descriptors: the counts, and the inputs where there are several. */
struct supply {
    struct sandbox_descriptor rows[1 + COUNTS_INPUTS];
    size_t count, inputs;
    char letters[COUNTS_INPUTS + 1]; /* of the inputs; "": there is only one */
    int input_fd;                    /* it; -1 */
};

static void supply_close(struct supply *supply)
{
    for (size_t i = 0; i < supply->count; i++)
        close(supply->rows[i].fd);
    if (supply->input_fd >= 0)
        close(supply->input_fd);
}

static int add_input(struct supply *supply, const struct meter_input *input, char letter,
                     struct error *error)
{
    struct sandbox_error failure;
    int fd;

    if (sandbox_seal_bytes(input->data, input->size, &fd, &failure) < 0)
        return error_from_sandbox(error, &failure);
    if (letter) {
        supply->rows[supply->count++] =
            (struct sandbox_descriptor){ fd, COUNTS_INPUT + (int) supply->inputs };
        supply->letters[supply->inputs++] = letter;
    } else {
        supply->input_fd = fd;
    }
    return 0;
}

static int supply_open(const struct meter *meter, bool spreads, const struct meter_input *inputs,
                       size_t count, struct supply *ret, struct error *error)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    size_t warm_up = spreads ? spreading_warm_up(meter) : 0;
    int fd, code = 0;

    static_assert(sizeof(letters) == METER_FAMILIES + 1, "a letter for each family, and none");
    *ret = (struct supply){ .input_fd = -1 };
    if (has_counts(meter)) {
        code = open_counts(&fd, error);
        if (code < 0)
            return code;
        ret->rows[ret->count++] = (struct sandbox_descriptor){ fd, COUNTS_DESCRIPTOR };
    }
    for (size_t i = 0; i < warm_up && code == 0; i++)
        code = add_input(ret, &inputs[0], COUNTS_WARM_UP, error);
    for (size_t i = 0; i < count && code == 0; i++)
        code =
            add_input(ret, &inputs[i], letters[spreads ? inputs[i].family : METER_FAMILIES], error);
    return code;
}

static int run_once(const struct meter *meter, struct sandbox_room *room,
                    const struct meter_input *inputs, size_t count, const struct meter_limits *most,
                    struct sample *ret, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    CLEANUP(sandbox_result_clear) struct sandbox_result result = { 0 };
    CLEANUP(supply_close) struct supply supply = { .input_fd = -1 };
    const struct package_limits *package = &meter->judge->package->limits;
    bool tamed = meter->backend != GROWTH_CPU_TIME;
    bool spreads = meter_spreads(meter);
    struct program_launch launch;
    struct sandbox_error failure;
    int code = arena ? 0 : error_set(error, -ENOMEM, "out of memory");

    if (code == 0)
        code = program_launch(meter->program, arena, package->memory_bytes, NULL, &launch, error);
    if (code == 0)
        code = supply_open(meter, spreads, inputs, count, &supply, error);
    if (code < 0)
        return code;
    struct decide_limits limits = {
        .cpu_ns = (uint64_t) (most->cpu_s * 1e9),
        .wall_ns = (uint64_t) (most->wall_s * 1e9),
        .memory_bytes = package->memory_bytes,
        .memory_overhead = launch.memory_overhead_bytes + (tamed ? COUNTING_MEMORY : 0),
        .output_bytes = package->output_bytes,
    };
    struct sandbox_run run = {
        .arguments = tamed ? spreading_arguments(meter, arena, launch.arguments, supply.letters,
                                                 most->budget_s)
                     : meter->holding ? spreading_held_arguments(meter, arena, launch.arguments)
                                      : launch.arguments,
        .environment = tamed || meter->holding ? environment_of(meter, arena, launch.environment)
                                               : launch.environment,
        .limits = decide_sandbox_limits(&limits, launch.processes + COUNTING_THREADS),
        .input_fd = supply.input_fd,
        .output_fd = -1,
        .error_fd = -1,
        .descriptors = supply.rows,
        .descriptor_count = supply.count,
    };

    if (!run.arguments || !run.environment)
        return error_set(error, -ENOMEM, "out of memory");
    if (sandbox_run(room, &run, &result, &failure) < 0)
        return error_from_sandbox(error, &failure);
    struct sample whole = { .ran = true,
                            .cpu_s = (double) result.cpu_ns / 1e9,
                            .wall_s = (double) result.wall_ns / 1e9,
                            .count = meter->backend == GROWTH_HARDWARE ? (double) result.counted
                                                                       : (double) result.cpu_ns,
                            .counted = result.is_counted,
                            .space = (double) result.memory_bytes,
                            .written = NAN };

    code = take_end(&limits, &result, &whole, error);
    if (code == 0)
        take_samples(meter, supply.rows[0].fd, &whole, spreads, ret, count);
    return code;
}

int meter_run(const struct meter *meter, struct sandbox_room *room,
              const struct meter_input *inputs, size_t count, const struct meter_limits *limits,
              struct sample *ret, struct error *error)
{
    int repeats = meter->backend == GROWTH_CPU_TIME   ? meter->repeats
                  : meter->backend == GROWTH_HARDWARE ? REPEATS_COUNTED
                                                      : 1;
    struct sample samples[METER_INPUTS] = { { 0 } };

    for (int i = 0; i < repeats; i++) {
        int code = run_once(meter, room, inputs, count, limits, samples, error);

        if (code < 0)
            return code;
        if (i == 0 || (samples[0].verdict == VERDICT_AC && samples[0].count < ret->count))
            memcpy(ret, samples, count * sizeof(*ret));
        if (samples[0].verdict != VERDICT_AC)
            break;
    }
    return 0;
}
