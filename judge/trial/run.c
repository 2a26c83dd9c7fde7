/*
 * Theory of operation: every test gets the submission's room as if it were new (the sandbox wipes
 * it before each run), its input as a sealed memory file on descriptor 0, and nothing else: answers
 * and other tests are never inside that room. The output comes back in the result, capped, and is
 * compared in memory with the answer file, or handed to the validators in their own rooms.
 *
 * What a failing test says is split in two: what the program itself did wrong is always shown; what
 * would tell of secret data (a difference, the judge's message) only for samples, or with `reveal`.
 */

#include "judge/trial/run_internal.h"

#include "judge/base/file.h"
#include "judge/base/text.h"
#include "judge/trial/compare.h"
#include "judge/trial/sources.h"

#include <errno.h>
#include <string.h>

#define MESSAGE_LIMIT 4000
#define FILES_LIMIT (256u << 20)
#define OUTPUT_KEPT (1u << 20)

/* ---- Rooms --------------------------------------------------------------------------------- */

int run_bench_open(const struct run_plan *plan, int cpu, struct run_bench *ret, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct run_bench bench = { 0 };
    struct program_launch launch;
    struct sandbox_error failure;
    int code;

    bench.validators = calloc(plan->validator_count + 1, sizeof(*bench.validators));
    if (!arena || !bench.validators) {
        free(bench.validators);
        return error_set(error, -ENOMEM, "out of memory");
    }
    code = program_launch(plan->program, arena, plan->package->limits.memory_bytes, NULL, &launch,
                          error);
    launch.room_config.cpu = cpu + 1;
    if (code == 0 &&
        sandbox_room_open(plan->sandbox, &launch.room_config, &bench.team, &failure) < 0)
        code = error_from_sandbox(error, &failure);
    for (size_t i = 0; i < plan->validator_count && code == 0; i++) {
        code =
            validator_room_open(plan->validators[i], plan->sandbox, &plan->package->limits,
                                plan->package->interactive ? -1 : cpu, &bench.validators[i], error);
        bench.validator_count += code == 0;
    }
    if (code < 0) {
        run_bench_close(&bench);
        return code;
    }
    *ret = bench;
    return 0;
}

void run_bench_close(struct run_bench *bench)
{
    sandbox_room_free(bench->team);
    for (size_t i = 0; i < bench->validator_count; i++)
        sandbox_room_free(bench->validators[i]);
    free(bench->validators);
    *bench = (struct run_bench){ 0 };
}

void run_outcome_clear(struct run_outcome *outcome)
{
    free(outcome->message);
    free(outcome->debug);
    free(outcome->output);
    *outcome = (struct run_outcome){ 0 };
}

struct decide_limits run_limits(const struct run_plan *plan, uint64_t memory_overhead)
{
    const struct package_limits *limits = &plan->package->limits;
    /* Beside an interactor a program waits for a process that needs time as well. */
    double wall =
        plan->package->interactive ? 3 * plan->time_limit_s + 5 : 2 * plan->time_limit_s + 1;

    if (plan->patience > 1)
        wall *= plan->patience;
    return (struct decide_limits){
        .cpu_ns = (uint64_t) (plan->time_limit_s * 1e9),
        .wall_ns = (uint64_t) (wall * 1e9),
        .memory_bytes = limits->memory_bytes,
        .memory_overhead = memory_overhead,
        .output_bytes = limits->output_bytes,
    };
}

struct noise_run run_for_noise(const struct run_plan *plan, const struct run_outcome *outcome)
{
    return (struct noise_run){ .verdict = outcome->graded.verdict,
                               .cpu_s = outcome->cpu_s,
                               .cpu_limit_s = plan->time_limit_s,
                               .wall_s = outcome->wall_s };
}

/* ---- Parts that an interactive test has too ------------------------------------------------ */

/* Puts the test's own files into the box. */
static int put_files(struct test_run *test, struct error *error)
{
    struct sources files = { 0 };
    struct sandbox_error failure;
    int code = sources_add(&files, test->arena, test->test->files_directory,
                           test->plan->package->directory, error);

    if (code == 0 && sandbox_room_wipe(test->bench->team, &failure) < 0)
        code = error_from_sandbox(error, &failure);
    for (size_t i = 0; i < files.count && code == 0; i++) {
        AUTO_FREE char *data = NULL;
        size_t size;

        code = file_read(files.files[i].path, FILES_LIMIT, &data, &size, error);
        if (code == 0 && sandbox_room_put(test->bench->team, files.files[i].name, data, size, 0644,
                                          &failure) < 0)
            code = error_from_sandbox(error, &failure);
    }
    return code;
}

int test_prepare_team(struct test_run *test, struct sandbox_run *ret, struct error *error)
{
    if (test->test->files_directory) {
        int code = put_files(test, error);

        if (code < 0)
            return code;
    }
    *ret = (struct sandbox_run){
        .arguments = test->launch.arguments,
        .environment = test->launch.environment,
        .limits = decide_sandbox_limits(&test->limits, test->launch.processes),
        .input_fd = -1,
        .output_fd = -1,
        .error_fd = -1,
        .keep_files = test->test->files_directory != NULL,
    };
    return 0;
}

void test_note_usage(struct test_run *test, const struct sandbox_result *result)
{
    struct run_outcome *outcome = test->outcome;
    double cpu_s = (double) result->cpu_ns / 1e9, wall_s = (double) result->wall_ns / 1e9;

    if (cpu_s > outcome->cpu_s)
        outcome->cpu_s = cpu_s;
    if (wall_s > outcome->wall_s)
        outcome->wall_s = wall_s;
    if (result->memory_bytes > outcome->memory_bytes)
        outcome->memory_bytes = result->memory_bytes;
    outcome->near_limit |= decide_near_limit(result, &test->limits);
}

struct validator_question test_question(const struct test_run *test, const char *output,
                                        size_t output_size)
{
    return (struct validator_question){
        .package = test->plan->package,
        .input_fd = test->input_fd,
        .answer_fd = test->answer_fd,
        .output = output,
        .output_size = output_size,
        .flags = test->flags,
        .interactive = test->plan->package->interactive,
    };
}

static bool may_reveal(const struct test_run *test)
{
    return test->test->sample || test->plan->reveal;
}

int test_take_report(struct test_run *test, const struct validator_report *report)
{
    struct group_test *graded = &test->outcome->graded;
    const char *judge = may_reveal(test) && report->judge_message ? report->judge_message : "";
    const char *team = report->team_message ? report->team_message : "";

    graded->verdict = report->says == SAYS_ACCEPT   ? VERDICT_AC
                      : report->says == SAYS_REJECT ? VERDICT_WA
                                                    : VERDICT_JE;
    if (report->has_score) {
        graded->has_score = true;
        graded->score = report->score;
    }
    if (report->has_multiplier) {
        graded->has_multiplier = true;
        graded->multiplier = report->multiplier;
    }
    if (report->says == SAYS_NOTHING)
        return buffer_puts(&test->message, report->fault ? report->fault : "");
    if (*team && buffer_printf(&test->message, "%s\n", team) < 0)
        return -ENOMEM;
    if (*judge)
        return buffer_puts(&test->message, judge);
    return report->says == SAYS_REJECT && !*team
               ? buffer_puts(&test->message, "the validator rejected the output")
               : 0;
}

/* ---- The output ---------------------------------------------------------------------------- */

static int compare_with_answer(struct test_run *test, const struct sandbox_result *result,
                               struct error *error)
{
    bool strict = test->plan->package->version == PACKAGE_2025_09;
    struct compare_difference difference;
    struct compare_rules rules;
    AUTO_FREE char *answer = NULL;
    size_t answer_size = 0;
    char text[512];
    int code;

    if (compare_rules_parse(test->flags, strict, &rules, error) < 0) {
        test->outcome->graded.verdict = VERDICT_JE;
        return buffer_puts(&test->message, error->message);
    }
    /* Read, not mapped: a file that is cut meanwhile must not take the judge with it. */
    code = file_read(test->test->answer_path, PACKAGE_FILE_LIMIT, &answer, &answer_size, error);
    if (code < 0)
        return code;
    bool accepted = compare_outputs(&rules, answer, answer_size, result->output,
                                    result->output_size, &difference);
    test->outcome->graded.verdict = accepted ? VERDICT_AC : VERDICT_WA;
    if (accepted)
        return 0;
    compare_describe(&difference, text, sizeof(text));
    return buffer_puts(&test->message,
                       may_reveal(test) ? text : "the output differs from the answer");
}

/* Keeps what may be shown of a run: of the last pass, where there are several. gcc's analyser takes
 * what is put into the outcome for lost. */
#ifndef __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif
static int keep_streams(struct test_run *test, const struct sandbox_result *result)
{
    struct run_outcome *outcome = test->outcome;

    if (!may_reveal(test))
        return 0;
    free(outcome->debug);
    free(outcome->output);
    outcome->debug = outcome->output = NULL;
    if (result->error_size) {
        outcome->debug = text_harmless(result->error, result->error_size, MESSAGE_LIMIT);
        if (!outcome->debug)
            return -ENOMEM;
    }
    if (!test->plan->keep_output || outcome->graded.verdict != VERDICT_AC ||
        result->output_size > OUTPUT_KEPT)
        return 0;
    outcome->output = malloc(result->output_size + 1);
    if (!outcome->output)
        return -ENOMEM;
    if (result->output_size)
        memcpy(outcome->output, result->output, result->output_size);
    outcome->output[result->output_size] = '\0';
    outcome->output_size = result->output_size;
    return 0;
}
#ifndef __clang__
#pragma GCC diagnostic pop
#endif

/* Asks the validators, until one does not accept; *report is the last one's. */
static int ask_validators(struct test_run *test, const struct sandbox_result *result,
                          struct validator_report *report, struct error *error)
{
    struct validator_question question = test_question(test, result->output, result->output_size);

    for (size_t i = 0; i < test->plan->validator_count; i++) {
        struct sandbox_room *room = test->bench->validators[i];
        int code = validator_prepare_feedback(room, test->pass > 0, error);

        validator_report_clear(report);
        if (code == 0)
            code = validator_ask(test->plan->validators[i], room, &question, report, error);
        if (code == 0)
            code = test_take_report(test, report);
        if (code < 0 || report->says != SAYS_ACCEPT)
            return code;
    }
    return 0;
}

/* Runs the submission, then looks at its output. */
static int batch_pass(struct test_run *test, struct validator_report *report, struct error *error)
{
    CLEANUP(sandbox_result_clear) struct sandbox_result result = { 0 };
    struct sandbox_error failure;
    struct sandbox_run run;
    int code = test_prepare_team(test, &run, error);

    if (code < 0)
        return code;
    if (sandbox_seal_renew(&test->input_fd, &failure) < 0)
        return error_from_sandbox(error, &failure);
    run.input_fd = test->input_fd;
    if (sandbox_run(test->bench->team, &run, &result, &failure) < 0)
        return error_from_sandbox(error, &failure);
    test_note_usage(test, &result);
    code = decide_run(&result, &test->limits, &test->outcome->graded.verdict, &test->message);
    if (code == 0)
        code = keep_streams(test, &result);
    if (code < 0 || test->outcome->graded.verdict != VERDICT_AC || test->plan->unjudged)
        return code;
    return test->plan->validator_count ? ask_validators(test, &result, report, error)
                                       : compare_with_answer(test, &result, error);
}

/* ---- Passes -------------------------------------------------------------------------------- */

/* The validator's nextpass.in becomes the input. */
static int take_next_input(struct test_run *test, const struct validator_report *report,
                           struct error *error)
{
    struct sandbox_error failure;

    close(steal_fd(&test->input_fd));
    if (sandbox_seal_bytes(report->next_input, report->next_size, &test->input_fd, &failure) < 0)
        return error_from_sandbox(error, &failure);
    test->pass++;
    return 0;
}

static int run_passes(struct test_run *test, struct error *error)
{
    CLEANUP(validator_report_clear) struct validator_report report = { 0 };
    uint32_t passes = test->plan->package->limits.validation_passes;
    int code;

    for (;;) {
        validator_report_clear(&report);
        code = test->plan->package->interactive ? interact_pass(test, &report, error)
                                                : batch_pass(test, &report, error);
        if (code < 0 || test->outcome->graded.verdict != VERDICT_AC || !report.next_pass)
            return code;
        if ((uint32_t) test->pass + 1 >= passes) {
            test->outcome->graded.verdict = VERDICT_JE;
            return buffer_printf(&test->message, "the validator asked for more than %u passes",
                                 passes);
        }
        buffer_clear(&test->message);
        code = take_next_input(test, &report, error);
        if (code < 0)
            return code;
    }
}

static int prepare_test(struct test_run *test, struct error *error)
{
    const struct run_plan *plan = test->plan;
    struct sandbox_error failure;
    int code;

    test->flags = test->test->validator_args;
    code = program_launch(plan->program, test->arena, plan->package->limits.memory_bytes,
                          test->test->arguments, &test->launch, error);
    if (code < 0)
        return code;
    test->limits = run_limits(plan, test->launch.memory_overhead_bytes);
    if (sandbox_seal_file(test->test->input_path, &test->input_fd, &failure) < 0)
        return error_from_sandbox(error, &failure);
    if (plan->validator_count &&
        sandbox_seal_file(test->test->answer_path, &test->answer_fd, &failure) < 0)
        return error_from_sandbox(error, &failure);
    return 0;
}

int run_test(const struct run_plan *plan, struct run_bench *bench, const struct package_test *test,
             struct run_outcome *ret, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct run_outcome outcome = { .graded.known = true };
    struct test_run run = { .plan = plan,
                            .bench = bench,
                            .test = test,
                            .arena = arena,
                            .outcome = &outcome,
                            .input_fd = -1,
                            .answer_fd = -1 };
    int code;

    if (!arena)
        return error_set(error, -ENOMEM, "out of memory");
    code = prepare_test(&run, error);
    if (code == 0)
        code = run_passes(&run, error);
    cleanup_close(&run.input_fd);
    cleanup_close(&run.answer_fd);
    if (code == 0) {
        outcome.message = text_harmless(run.message.data ? run.message.data : "", run.message.size,
                                        MESSAGE_LIMIT);
        if (!outcome.message)
            code = error_set(error, -ENOMEM, "out of memory");
    } else if (code == -ENOMEM) {
        error_set(error, -ENOMEM, "out of memory");
    }
    buffer_clear(&run.message);
    if (code == 0)
        *ret = outcome;
    return code;
}
