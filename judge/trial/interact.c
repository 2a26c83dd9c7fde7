/*
 * Theory of operation: the submission and the package's interactor run at the same time, each in
 * its own room with its own limits, joined by two pipes. Nobody stands between them, so what each
 * side sees of the other's end (end of file, SIGPIPE) is what the kernel makes of it. The sandbox
 * lets it be seen only when it has noted the end: who is noted first did not end because of the
 * other.
 *
 * Who decides is a table in decide.c. A pair in which each waits for the other ends at the
 * submission's wall limit; the interactor's is larger, so that the one who is to blame is stopped.
 */

#include "judge/trial/run_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>

/* The ends of both pipes; the sandbox closes them. */
struct pipes {
    int to_validator[2], to_team[2];
};

static int open_pipes(struct pipes *pipes, struct error *error)
{
    if (pipe2(pipes->to_validator, O_CLOEXEC) < 0)
        return error_set(error, -errno, "no pipe: %s", strerror(errno));
    if (pipe2(pipes->to_team, O_CLOEXEC) < 0) {
        int code = -errno;

        close(pipes->to_validator[0]);
        close(pipes->to_validator[1]);
        return error_set(error, code, "no pipe: %s", strerror(-code));
    }
    return 0;
}

struct pair {
    struct sandbox_run team, validator;
    struct sandbox_result team_result, validator_result;
};

static int run_pair(struct test_run *test, struct pair *pair, struct error *error)
{
    struct sandbox_error failure;
    struct pipes pipes;
    int code = open_pipes(&pipes, error);

    if (code < 0)
        return code;
    int of_team[] = { pipes.to_team[0], pipes.to_validator[1] };
    int of_validator[] = { pipes.to_validator[0], pipes.to_team[1] };
    struct sandbox_job jobs[] = {
        { .room = test->bench->team,
          .run = &pair->team,
          .result = &pair->team_result,
          .close_fds = of_team,
          .close_count = COUNT(of_team) },
        { .room = test->bench->validators[0],
          .run = &pair->validator,
          .result = &pair->validator_result,
          .close_fds = of_validator,
          .close_count = COUNT(of_validator) },
    };
    pair->team.input_fd = pipes.to_team[0];
    pair->team.output_fd = pipes.to_validator[1];
    pair->validator.input_fd = pipes.to_validator[0];
    pair->validator.output_fd = pipes.to_team[1];
    if (sandbox_run_together(jobs, COUNT(jobs), &failure) < 0)
        return error_from_sandbox(error, &failure);
    return 0;
}

/* The signal that ended the interactor. Most runtimes ignore SIGPIPE and fail with words of their
 * own about it: Python, Java and Rust with the system's, Node with the error's name. Whoever makes
 * an interactor say so by other means gains nothing: it does not accept. */
static int interactor_signal(const struct sandbox_result *result)
{
    static const char *const words[] = { "roken pipe", "EPIPE" };

    for (size_t i = 0; i < COUNT(words) && result->outcome == SANDBOX_EXITED; i++)
        if (result->error && memmem(result->error, result->error_size, words[i], strlen(words[i])))
            return SIGPIPE;
    return result->signal;
}

static int decide(struct test_run *test, const struct pair *pair,
                  const struct validator_report *report)
{
    struct decide_pair question = {
        .team_signal = pair->team_result.signal,
        .says = report->says,
        .validator_signal = interactor_signal(&pair->validator_result),
        .validator_first = pair->validator_result.end_ns < pair->team_result.end_ns,
    };
    CLEANUP(buffer_clear) struct buffer why = { 0 };
    int code = decide_run(&pair->team_result, &test->limits, &question.team, &why);

    if (code < 0)
        return code;
    switch (decide_pair(&question)) {
    case SIDE_TEAM:
        test->outcome->graded.verdict = question.team;
        return buffer_append(&test->message, why.data ? why.data : "", why.size);
    case SIDE_LEFT:
        test->outcome->graded.verdict = VERDICT_WA;
        return buffer_puts(
            &test->message,
            "the program ended, or closed its input, before the interaction was over");
    case SIDE_VALIDATOR:
        break;
    }
    /* A submission that was rejected is not blamed for how it went on. */
    if (question.team != VERDICT_AC)
        test->outcome->near_limit = false;
    return test_take_report(test, report);
}

static int talk(struct test_run *test, struct pair *pair, struct validator_report *report,
                struct error *error)
{
    const struct validator *validator = test->plan->validators[0];
    struct sandbox_room *room = test->bench->validators[0];
    struct validator_question question = test_question(test, NULL, 0);
    struct sandbox_descriptor descriptors[3];
    uint64_t longest = test->limits.wall_ns + 2000000000u;
    int code = test_prepare_team(test, &pair->team, error);

    if (code == 0)
        code = validator_prepare_feedback(room, test->pass > 0, error);
    if (code == 0)
        code = validator_prepare_run(validator, test->arena, &question, descriptors,
                                     &pair->validator, error);
    if (code < 0)
        return code;
    pair->validator.limits.wall_ns = 2 * pair->validator.limits.cpu_ns + 1000000000u;
    if (pair->validator.limits.wall_ns < longest)
        pair->validator.limits.wall_ns = longest;
    code = run_pair(test, pair, error);
    if (code < 0)
        return code;
    test_note_usage(test, &pair->team_result);
    code =
        validator_read_report(validator, room, &question, &pair->validator_result, report, error);
    return code < 0 ? code : decide(test, pair, report);
}

int interact_pass(struct test_run *test, struct validator_report *report, struct error *error)
{
    struct pair pair = { 0 };
    int code;

    if (test->plan->validator_count != 1)
        return error_set(error, -EINVAL, "an interactive problem has one output validator, not %zu",
                         test->plan->validator_count);
    code = talk(test, &pair, report, error);
    sandbox_result_clear(&pair.team_result);
    sandbox_result_clear(&pair.validator_result);
    return code;
}
