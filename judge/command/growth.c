/*
 * `assay growth`: in which class time and memory of a program grow. It is taken to be right: what
 * it prints is not looked at. `assay submit` measures what it has accepted in the same way.
 */

#include "judge/base/memory.h"
#include "judge/command/session.h"

#include <string.h>

struct growth_settings {
    bool json, no_cache;
    uint64_t jobs;
    double wall_s;
    const char *language, *entry, *backend;
};

/* In the order of enum growth_backend. */
static const char *const backends[] = { "emulator", "hardware", "cpu-time", NULL };

static const struct option_row options[] = {
    OPTION_JSON(struct growth_settings),
    OPTION_JOBS(struct growth_settings, "runs"),
    OPTIONS_PROGRAM(struct growth_settings),
    { .name = "seconds",
      .letter = 's',
      .type = OPTION_SECONDS,
      .value = "SECONDS",
      .low = 1,
      .high = 3600,
      .offset = offsetof(struct growth_settings, wall_s),
      .help = "real time for all of it; else 10, for the JVM and Node 20, and more where "
              "there is no answer yet or the machine is busy" },
    { .name = "backend",
      .type = OPTION_CHOICE,
      .value = "NAME",
      .choices = backends,
      .offset = offsetof(struct growth_settings, backend),
      .help = "what measures, instead of the best there is" },
    OPTION_NO_CACHE(struct growth_settings),
    { 0 },
};

/* 1 + that backend; 0: none was named. */
static int backend_of(const struct growth_settings *settings)
{
    for (int i = 0; settings->backend && backends[i]; i++)
        if (strcmp(settings->backend, backends[i]) == 0)
            return i + 1;
    return 0;
}

static void free_growth(struct growth **growth)
{
    growth_free(*growth);
}

static enum command_exit measure(const struct command_input *input, struct session *session,
                                 const struct package *package)
{
    const struct growth_settings *settings = input->settings;
    AUTO_JUDGE struct judge *judge = NULL;
    CLEANUP(free_growth) struct growth *growth = NULL;
    struct report_style style = report_style_of(stdout);
    struct report_progress progress;
    struct error error = { 0 };
    int code;

    report_progress_begin(&progress, stderr, package->slug);
    struct growth_options measuring = { .language = settings->language,
                                        .entry_point = settings->entry,
                                        .no_cache = settings->no_cache,
                                        .jobs = (int) settings->jobs,
                                        .backend = backend_of(settings),
                                        .wall_s = settings->wall_s,
                                        .progress = report_progress_step,
                                        .progress_context = &progress };
    code = judge_new(session->compiler, session->sandbox, package, &judge, &error);
    if (code == 0)
        code = growth_measure(judge, (const char *const *) input->arguments + 1,
                              (size_t) input->count - 1, &measuring, &growth, &error);
    report_progress_end(&progress);
    if (code != 0)
        return command_fail(command_status(&error), &error);
    enum command_exit status =
        growth->time.verdict == GROWTH_WORSE ? COMMAND_REJECTED : COMMAND_PASSED;

    if (settings->json)
        return command_printed(report_growth_json(stdout, growth), status);
    report_growth_text(stdout, &style, growth);
    return status;
}

static enum command_exit run(const struct command_input *input)
{
    const struct growth_settings *settings = input->settings;
    AUTO_PACKAGE struct package *package = NULL;
    AUTO_SESSION struct session session = { 0 };
    enum command_exit status = session_begin(input, settings->language, &session, &package);

    return status == COMMAND_PASSED ? measure(input, &session, package) : status;
}

const struct command command_growth = {
    .name = "growth",
    .arguments = "PROBLEM FILE...",
    .summary = "Tell how time and memory of a program grow",
    .help =
        "Runs the program on inputs of growing sizes, of the kinds that make it work hardest, and\n"
        "names the class: 1, log n, sqrt n, n, n log n, n sqrt n, n^2, n^2 log n, n^3, 2^n; or "
        "says\n"
        "why it could not be told. Executed instructions are counted where qemu-user is "
        "installed,\n"
        "otherwise by the processor where it has counters; else it is CPU time. Where the inputs "
        "of a problem have a second size, k, it tells n k "
        "from\n"
        "n + k as well, which takes longer. What the program prints is not judged: see assay "
        "submit.\n\n"
        "Exit status 1 when the time grows faster than the problem expects.\n",
    .options = options,
    .settings_bytes = sizeof(struct growth_settings),
    .least = 2,
    .most = -1,
    .isolates = true,
    .run = run,
};
