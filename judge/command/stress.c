/* `assay stress`: a counterexample that one can learn from. */

#include "judge/base/memory.h"
#include "judge/command/judging.h"
#include "judge/command/session.h"

#include <errno.h>

struct stress_settings {
    bool json, no_cache;
    uint64_t jobs, seed;
    double seconds, time_limit_s;
    const char *language, *entry;
};

static const struct option_row options[] = {
    OPTION_JSON(struct stress_settings),
    { .name = "seconds",
      .letter = 's',
      .type = OPTION_SECONDS,
      .value = "SECONDS",
      .low = 1,
      .high = 86400,
      .fallback = "20",
      .offset = offsetof(struct stress_settings, seconds),
      .help = "how long to search; making the input smaller takes as long again at most" },
    { .name = "seed",
      .type = OPTION_COUNT,
      .value = "N",
      .high = 1000000000,
      .fallback = "1",
      .offset = offsetof(struct stress_settings, seed),
      .help = "of the random inputs: the same seed tries the same ones" },
    OPTION_JOBS(struct stress_settings, "inputs"),
    OPTIONS_PROGRAM(struct stress_settings),
    { .name = "time-limit",
      .type = OPTION_SECONDS,
      .value = "SECONDS",
      .low = 0.01,
      .high = 3600,
      .offset = offsetof(struct stress_settings, time_limit_s),
      .help = "CPU time for each input, instead of the package's, but at most 5 s" },
    OPTION_NO_CACHE(struct stress_settings),
    { 0 },
};

static void free_stress(struct stress **stress)
{
    stress_free(*stress);
}

static enum command_exit print(const struct stress_settings *settings, const struct stress *stress,
                               const struct command_input *input)
{
    struct report_style style = report_style_of(stdout);
    enum command_exit status =
        stress->compile_ok && !stress->finding ? COMMAND_PASSED : COMMAND_REJECTED;
    AUTO_BUFFER struct buffer files = { 0 };

    if (settings->json)
        return command_printed(report_stress_json(stdout, stress), status);
    for (int i = 1; i < input->count; i++)
        if (buffer_printf(&files, "%s%s", i > 1 ? " " : "", input->arguments[i]) < 0)
            return command_printed(-ENOMEM, COMMAND_BROKEN);
    report_stress_text(stdout, &style, stress, files.data);
    return status;
}

static enum command_exit stress_files(const struct command_input *input, struct session *session,
                                      const struct package *package)
{
    const struct stress_settings *settings = input->settings;
    AUTO_JUDGE struct judge *judge = NULL;
    CLEANUP(free_stress) struct stress *stress = NULL;
    struct stress_options stress_options = { .seed = settings->seed, .seconds = settings->seconds };
    struct report_progress progress;
    struct trial_options trial_options = {
        .jobs = (int) settings->jobs,
        .time_limit_s = settings->time_limit_s,
        .language = settings->language,
        .entry_point = settings->entry,
        .no_cache = settings->no_cache,
        .progress = report_progress_step,
        .progress_context = &progress,
    };
    struct error error = { 0 };

    report_progress_begin(&progress, stderr, package->slug);
    int code = judge_new(session->compiler, session->sandbox, package, &judge, &error);

    if (code == 0)
        code = judge_stress(judge, (const char *const *) input->arguments + 1,
                            (size_t) input->count - 1, &trial_options, &stress_options, &stress,
                            &error);
    report_progress_end(&progress);
    if (code < 0 || !stress)
        return command_fail(command_status(&error), &error);
    return print(settings, stress, input);
}

static enum command_exit run(const struct command_input *input)
{
    const struct stress_settings *settings = input->settings;
    AUTO_PACKAGE struct package *package = NULL;
    AUTO_SESSION struct session session = { 0 };
    enum command_exit status = session_begin(input, settings->language, &session, &package);

    return status == COMMAND_PASSED ? stress_files(input, &session, package) : status;
}

const struct command command_stress = {
    .name = "stress",
    .arguments = "PROBLEM FILE...",
    .summary = "Search for a small input on which a submission is wrong",
    .help =
        "PROBLEM is a slug (assay problems) or the path of a package. The FILEs are one program;\n"
        "a directory stands for the files in it. It is run beside a solution of the package on\n"
        "small random inputs of every kind that the package can make. When they differ, or it\n"
        "crashes or takes too long, the input is made as small as it can be, and shown as the\n"
        "call, with what was expected and what was returned.\n\n"
        "Exit status 0: no difference; 1: a counterexample, or the submission does not compile.\n",
    .options = options,
    .settings_bytes = sizeof(struct stress_settings),
    .least = 2,
    .most = -1,
    .isolates = true,
    .run = run,
};
