/*
 * Theory of operation: every submission of a package that claims to be right, the slow ones too,
 * which are the brute force, has to print the same for small random inputs of every family. First
 * the inputs and their answers are made, then each submission goes over all of them; the first
 * difference of each is a fault, with the arguments of the generator that repeat it.
 *
 * 500 inputs where everything is to be run, a few otherwise: a JVM takes a third of a second for
 * each.
 */

#include "judge/trial/crew.h"
#include "judge/trial/small.h"
#include "judge/trial/verify.h"

#include <errno.h>
#include <string.h>

#define INPUTS_FULL 500
#define INPUTS_QUICK 24
#define SEED 1
#define SECOND_PART 6 /* of the inputs, one in so many has a second size */

struct right {
    const struct package_submission *submission;
    struct player player;
    char *difference; /* the first; NULL: none */
    size_t where;     /* the input that shows it */
};

struct agreement {
    struct verify *verify;
    struct smalls smalls;
    struct small_test *tests;
    size_t count;
    struct right *rights;
    size_t right_count;
};

static bool claims_to_be_right(const struct package_submission *submission)
{
    return submission->expected == VERDICT_BIT(VERDICT_AC) || submission->use_for_time_limit_upper;
}

/* ---- Inputs -------------------------------------------------------------------------------- */

/* The last ones have a second size, where inputs can. */
static struct small input_of(const struct agreement *agreement, size_t number)
{
    const struct package_made *made = agreement->verify->package->made;
    struct small from = small_input(made, SEED, number);
    size_t left = agreement->count - number;

    if (made->second && left <= agreement->count / SECOND_PART) {
        from.family = made->second->family;
        from.second = (int64_t) left < made->second->most ? (int64_t) left : made->second->most;
    }
    return from;
}

static int make_batch(struct agreement *agreement, const struct small_desk *desk, size_t first,
                      struct error *error)
{
    struct small_test *tests = agreement->tests + first;
    size_t count = agreement->count - first;

    if (count > SMALL_BATCH)
        count = SMALL_BATCH;
    for (size_t i = 0; i < count; i++)
        tests[i].from = input_of(agreement, first + i);
    int code = small_make(desk, tests, count, error);

    for (size_t i = 0; i < count && code == 0; i++) {
        code = small_check(desk, &tests[i], error);
        if (code == 0)
            code = small_answer(desk, &tests[i], error);
    }
    return code;
}

static int make_inputs(void *context, struct crew *crew, int cpu, struct error *error)
{
    struct agreement *agreement = context;
    struct small_desk desk = { 0 };
    size_t batch;
    int code = small_desk_open(&agreement->smalls, cpu, &desk, error);

    while (code == 0 && crew_next(crew, &batch))
        code = make_batch(agreement, &desk, batch * SMALL_BATCH, error);
    small_desk_close(&desk);
    return code;
}

static int report_fault(struct agreement *agreement, const struct small *from, const char *what)
{
    const struct package *package = agreement->verify->package;
    struct error fault;
    char second[32] = "";

    if (from->second)
        snprintf(second, sizeof(second), " %lld", (long long) from->second);
    error_at(&fault, -EINVAL, package->made->path, 0, "%s %s %lld %lld%s: %s",
             package->made->generator.name, from->family->name, (long long) from->size,
             (long long) from->seed, second, what);
    return verify_add_fault(agreement->verify, &fault, false);
}

/* The largest that growth is measured on is no test: it has to be valid all the same. */
static int check_largest(struct agreement *agreement, struct error *error)
{
    const struct package_second *second = agreement->verify->package->made->second;
    CLEANUP(small_desk_close) struct small_desk desk = { 0 };
    CLEANUP(small_test_clear) struct small_test test = { 0 };

    if (!second)
        return 0;
    test.from = (struct small){ second->family, second->size, SEED, second->most };
    int code = small_desk_open(&agreement->smalls, -1, &desk, error);

    if (code == 0)
        code = small_make(&desk, &test, 1, error);
    if (code == 0)
        code = small_check(&desk, &test, error);
    return code == 0 && test.fault ? report_fault(agreement, &test.from, test.fault) : code;
}

/* Of the inputs that are not valid, the first of each family. */
static int report_inputs(struct agreement *agreement)
{
    int code = 0;

    for (size_t i = 0; i < agreement->count && code == 0; i++) {
        const struct small_test *test = &agreement->tests[i];
        bool told = false;

        for (size_t k = 0; k < i && !told; k++)
            told =
                agreement->tests[k].fault && agreement->tests[k].from.family == test->from.family;
        if (test->fault && !told)
            code = report_fault(agreement, &test->from, test->fault);
    }
    return code;
}

/* ---- Submissions --------------------------------------------------------------------------- */

static int describe(struct agreement *agreement, struct right *right, const struct small_test *test,
                    const char *what, struct error *error)
{
    struct verify *verify = agreement->verify;
    AUTO_BUFFER struct buffer call = { 0 };
    struct error ignored = { 0 };

    if (verify->judge->signature)
        signature_call_text(verify->judge->signature, test->input, test->input_size, &call,
                            &ignored);
    if (asprintf(&right->difference, "submissions/%s against %s: %s%s%.300s%s",
                 right->submission->name, verify->package->made->answers_name, what,
                 call.size ? " (called with " : "", call.size ? call.data : "",
                 call.size ? ")" : "") < 0)
        right->difference = NULL;
    return right->difference ? 0 : error_set(error, -ENOMEM, "out of memory");
}

static int compare_one(struct agreement *agreement, struct right *right, const struct seat *seat,
                       const struct small_test *test, struct error *error)
{
    CLEANUP(play_clear) struct play play = { 0 };
    struct compare_difference difference;
    char text[512];
    int code = seat_play(seat, test->input, test->input_size, &play, error);

    if (code < 0)
        return code;
    if (play.verdict != VERDICT_AC) {
        snprintf(text, sizeof(text), "%s%s%.300s", verdict_text(play.verdict),
                 *play.message ? ": " : "", play.message);
        return describe(agreement, right, test, text, error);
    }
    if (compare_outputs(&agreement->smalls.rules, test->answer, test->answer_size, play.output,
                        play.output_size, &difference))
        return 0;
    compare_describe(&difference, text, sizeof(text));
    return describe(agreement, right, test, text, error);
}

static int compare_submissions(void *context, struct crew *crew, int cpu, struct error *error)
{
    struct agreement *agreement = context;
    size_t index;
    int code = 0;

    while (code == 0 && crew_next(crew, &index)) {
        struct right *right = &agreement->rights[index];
        struct seat seat = { 0 };

        code = seat_open(&right->player, cpu, &seat, error);
        for (size_t i = 0; i < agreement->count && code == 0 && !right->difference; i++)
            if (!agreement->tests[i].fault) {
                code = compare_one(agreement, right, &seat, &agreement->tests[i], error);
                right->where = i;
            }
        seat_close(&seat);
    }
    return code;
}

/* Compiles those that claim to be right. One that cannot be compiled here, or not at all, is told
 * as a submission, not here. */
static int collect(struct agreement *agreement, struct error *error)
{
    const struct package *package = agreement->verify->package;

    agreement->rights = calloc(package->submission_count + 1, sizeof(*agreement->rights));
    if (!agreement->rights)
        return error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; i < package->submission_count; i++) {
        const struct package_submission *submission = &package->submissions[i];
        struct right *right = &agreement->rights[agreement->right_count];
        struct attempt attempt = { .paths = &submission->path,
                                   .path_count = 1,
                                   .language = submission->language,
                                   .entry_point = submission->entry_point,
                                   .time_limit_s = package->limits.time_s,
                                   .trusted = true };
        bool unsupported;

        if (!claims_to_be_right(submission))
            continue;
        int code =
            player_new(agreement->verify->judge, &attempt, agreement->verify->options->no_cache,
                       &right->player, &unsupported, error);

        if (code < 0 && !unsupported && code != -EINVAL)
            return code;
        right->submission = submission;
        agreement->right_count += code == 0;
    }
    return 0;
}

static int report_submissions(struct agreement *agreement)
{
    int code = 0;

    for (size_t i = 0; i < agreement->right_count && code == 0; i++) {
        const struct right *right = &agreement->rights[i];

        if (right->difference)
            code = report_fault(agreement, &agreement->tests[right->where].from, right->difference);
    }
    return code;
}

/* ---- All together -------------------------------------------------------------------------- */

static int compare_all(struct agreement *agreement, struct error *error)
{
    struct verify *verify = agreement->verify;
    int jobs = verify->options->jobs;
    int code = crew_run(make_inputs, agreement, jobs,
                        (agreement->count + SMALL_BATCH - 1) / SMALL_BATCH, error);

    if (code == 0)
        code = report_inputs(agreement);
    if (code == 0)
        code = check_largest(agreement, error);
    if (code == 0)
        code = collect(agreement, error);
    if (code == 0)
        code = crew_run(compare_submissions, agreement, jobs, agreement->right_count, error);
    if (code == 0)
        code = report_submissions(agreement);
    verify->result->small_inputs = agreement->count;
    verify->result->compared = agreement->right_count;
    return code;
}

int verify_agree(struct verify *verify, struct error *error)
{
    struct agreement agreement = { .verify = verify };
    int code;

    if (!verify->package->made)
        return 0;
    code = smalls_new(verify->judge, verify->options->no_cache, &agreement.smalls, error);
    if (code == -ENOTSUP)
        return 0;
    if (code < 0)
        return code;
    agreement.count = verify->options->full ? INPUTS_FULL : INPUTS_QUICK;
    agreement.tests = calloc(agreement.count, sizeof(*agreement.tests));
    code = agreement.tests ? compare_all(&agreement, error)
                           : error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; agreement.tests && i < agreement.count; i++)
        small_test_clear(&agreement.tests[i]);
    for (size_t i = 0; i < agreement.right_count; i++) {
        player_free(&agreement.rights[i].player);
        free(agreement.rights[i].difference);
    }
    free(agreement.tests);
    free(agreement.rights);
    smalls_free(&agreement.smalls);
    return code;
}
