/*
 * Theory of operation: what a package says of its submissions comes in two kinds. Older versions
 * name the final verdict; 2025-09 speaks of the verdicts of tests: all of them permitted, one of
 * them required, perhaps for some tests only. Both are checked on the tests that were judged.
 *
 * Judging stops early where the answer can be given: at the first verdict that is not permitted,
 * and at the first required one. That trades the check of the tests behind it for not running a
 * slow submission into its limit a hundred times; `full` checks them all.
 *
 * A final verdict depends on the judge's order: one takes the first failing test, another the
 * worst. Either is right by the format's text for `submissions/` ("time_limit_exceeded: too slow
 * for some test; may also give wrong answers"), so either is accepted.
 */

#include "judge/trial/judge.h"

#include "judge/trial/group.h"

#include <string.h>

#define ALL_VERDICTS ((1u << VERDICT_COUNT) - 1)

static bool speaks_of_tests(const struct package_submission *submission)
{
    return submission->permitted || submission->required || submission->rule_count ||
           submission->message;
}

bool expect_needs_all(const struct package_submission *submission)
{
    return submission->rule_count || submission->message || submission->score_given;
}

unsigned expect_stop_on(const struct package_submission *submission)
{
    unsigned stop = VERDICT_BIT(VERDICT_JE);

    if (!speaks_of_tests(submission) || expect_needs_all(submission))
        return 0;
    if (submission->permitted)
        stop |= ALL_VERDICTS & ~submission->permitted;
    /* An accepted test may be required, but stopping at it would prove nothing of the others. */
    return (stop | submission->required) & ~VERDICT_BIT(VERDICT_AC);
}

/* "AC, WA" */
static const char *verdict_list(struct arena *arena, unsigned verdicts)
{
    const char *list = "";

    for (unsigned verdict = 0; verdict < VERDICT_COUNT && list; verdict++)
        if (verdicts & VERDICT_BIT(verdict))
            list = arena_printf(arena, "%s%s%s", list, *list ? ", " : "",
                                verdict_name((enum verdict) verdict));
    return list ? list : "";
}

static bool in_scope(const char *scope, const struct trial_test *test)
{
    return test->judged && (!scope || package_glob_matches(scope, test->name));
}

static const char *check_rule(struct arena *arena, const struct package_rule *rule,
                              const struct trial *trial)
{
    const char *where = rule->scope ? rule->scope : "the tests";
    bool found = false;

    for (size_t i = 0; i < trial->test_count; i++) {
        const struct trial_test *test = &trial->tests[i];

        if (!in_scope(rule->scope, test))
            continue;
        if (rule->permitted && !(rule->permitted & VERDICT_BIT(test->verdict)))
            return arena_printf(arena, "%s is %s; permitted for %s: %s", test->name,
                                verdict_name(test->verdict), where,
                                verdict_list(arena, rule->permitted));
        found |= (rule->required & VERDICT_BIT(test->verdict)) != 0;
    }
    if (rule->required && !found)
        return arena_printf(arena, "none of %s is one of: %s", where,
                            verdict_list(arena, rule->required));
    return NULL;
}

static const char *check_rules(struct arena *arena, const struct package_submission *submission,
                               const struct trial *trial)
{
    struct package_rule whole = { NULL, submission->permitted, submission->required };
    const char *fault = check_rule(arena, &whole, trial);

    for (size_t i = 0; i < submission->rule_count && !fault; i++)
        fault = check_rule(arena, &submission->rules[i], trial);
    if (fault || !submission->message)
        return fault;
    for (size_t i = 0; i < trial->test_count; i++)
        if (trial->tests[i].judged && strstr(trial->tests[i].message, submission->message))
            return NULL;
    return arena_printf(arena, "no test's judge message has \"%s\"", submission->message);
}

static const char *check_score(struct arena *arena, const struct package_submission *submission,
                               const struct trial *trial)
{
    double slack = 1e-6;

    if (!submission->score_given || !trial->has_score)
        return NULL;
    if (trial->score >= submission->score_low - slack &&
        trial->score <= submission->score_high + slack)
        return NULL;
    return arena_printf(arena, "the score is %g, not from %g to %g", trial->score,
                        submission->score_low, submission->score_high);
}

static enum verdict worst_verdict(struct arena *arena, const struct trial *trial)
{
    struct group_test *tests = arena_array(arena, trial->test_count + 1, sizeof(*tests));

    if (!tests)
        return trial->verdict;
    for (size_t i = 0; i < trial->test_count; i++)
        tests[i] = (struct group_test){ .known = trial->tests[i].judged,
                                        .verdict = trial->tests[i].verdict };
    return group_worst(tests, trial->test_count);
}

static const char *check_final(struct arena *arena, const struct package_submission *submission,
                               const struct trial *trial, enum verdict *verdict)
{
    enum verdict worst = worst_verdict(arena, trial);

    if (submission->expected & VERDICT_BIT(trial->verdict))
        return NULL;
    /* A group that accepts in spite of failing tests has accepted. */
    if (trial->verdict != VERDICT_AC && (submission->expected & VERDICT_BIT(worst))) {
        *verdict = worst;
        return NULL;
    }
    return arena_printf(arena, "%s, expected %s", verdict_name(trial->verdict),
                        verdict_list(arena, submission->expected));
}

const char *expect_check(struct arena *arena, const struct package_submission *submission,
                         const struct trial *trial, enum verdict *verdict)
{
    const char *fault;

    *verdict = trial->verdict;
    if (trial->fault)
        return arena_strdup(arena, trial->fault);
    if (!trial->compile_ok)
        fault = (submission->expected & VERDICT_BIT(VERDICT_CE))
                    ? NULL
                    : arena_printf(arena, "does not compile: %.500s", trial->compile_message);
    else if (speaks_of_tests(submission))
        fault = check_rules(arena, submission, trial);
    else
        fault = check_final(arena, submission, trial, verdict);
    return fault ? fault : check_score(arena, submission, trial);
}
