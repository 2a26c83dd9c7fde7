/*
 * From a judged submission to evidence. What was not run because the verdict was certain did not
 * pass; what makes no sense for this submission is absent, with the reason.
 */

#include "judge/evidence/evidence.h"

#include "judge/growth/growth.h"
#include "judge/trial/trial.h"

#include <string.h>

struct counts {
    size_t passed, total;
    const char *first, *last;
};

static bool in_folder(const struct trial_test *test, const char *folder)
{
    size_t length = strlen(folder);

    return !strncmp(test->name, folder, length) && test->name[length] == '/';
}

static struct counts count_tests(const struct trial *trial, const char *folder)
{
    struct counts counts = { 0 };

    for (size_t i = 0; i < trial->test_count; i++) {
        const struct trial_test *test = &trial->tests[i];

        if (!in_folder(test, folder))
            continue;
        counts.total++;
        counts.passed += test->judged && test->verdict == VERDICT_AC;
        counts.first = counts.first ? counts.first : test->name;
        counts.last = test->name;
    }
    return counts;
}

static void set_counts(struct evidence *evidence, const struct trial *trial, const char *folder,
                       const char *name)
{
    struct counts counts = count_tests(trial, folder);
    char passed[60], total[60], where[400];

    snprintf(passed, sizeof(passed), "tests.%s.passed", name);
    snprintf(total, sizeof(total), "tests.%s.total", name);
    if (!counts.total) {
        evidence_absent(evidence, passed, "there are no such tests, or none was judged",
                        SOURCE_TEST, folder);
        evidence_absent(evidence, total, "there are no such tests, or none was judged", SOURCE_TEST,
                        folder);
        return;
    }
    snprintf(where, sizeof(where), "%.180s .. %.180s", counts.first, counts.last);
    evidence_set(evidence, passed, (double) counts.passed, SOURCE_TEST, where);
    evidence_set(evidence, total, (double) counts.total, SOURCE_TEST, where);
}

static void set_first_failed(struct evidence *evidence, const struct trial *trial)
{
    size_t first = 0;

    if (!trial->test_count) {
        evidence_absent(evidence, "tests.first_failed_share", "no test was judged", SOURCE_TEST,
                        "all tests");
        return;
    }
    while (first < trial->test_count &&
           (!trial->tests[first].judged || trial->tests[first].verdict == VERDICT_AC))
        first++;
    /* Of what does not compile, not even the first test was passed. */
    if (first == trial->test_count && trial->verdict != VERDICT_AC)
        first = 0;
    evidence_set(evidence, "tests.first_failed_share", (double) first / (double) trial->test_count,
                 SOURCE_TEST, first < trial->test_count ? trial->tests[first].name : "all tests");
}

static void set_shares(struct evidence *evidence, const struct trial *trial)
{
    const struct trial_test *slowest = NULL, *largest = NULL;

    for (size_t i = 0; i < trial->test_count; i++) {
        const struct trial_test *test = &trial->tests[i];

        if (!test->judged)
            continue;
        slowest = !slowest || test->cpu_s > slowest->cpu_s ? test : slowest;
        largest = !largest || test->memory_bytes > largest->memory_bytes ? test : largest;
    }
    if (slowest && trial->time_limit_s > 0)
        evidence_set(evidence, "tests.slowest_share", slowest->cpu_s / trial->time_limit_s,
                     SOURCE_MEASUREMENT, slowest->name);
    else
        evidence_absent(evidence, "tests.slowest_share", "no test was run", SOURCE_MEASUREMENT,
                        "all tests");
    if (largest && trial->memory_limit_bytes > 0)
        evidence_set(evidence, "tests.memory_share",
                     (double) largest->memory_bytes / (double) trial->memory_limit_bytes,
                     SOURCE_MEASUREMENT, largest->name);
    else
        evidence_absent(evidence, "tests.memory_share", "no test was run", SOURCE_MEASUREMENT,
                        "all tests");
}

static void set_verdict(struct evidence *evidence, const struct trial *trial)
{
    const char *where = trial->decided_by ? trial->decided_by : "all tests";

    if (trial->verdict == VERDICT_JE) {
        const char *why = trial->fault ? trial->fault : "the package's own judge failed";
        evidence_absent(evidence, "tests.verdict", why, SOURCE_TEST, where);
        evidence_absent(evidence, "tests.accepted", why, SOURCE_TEST, where);
        return;
    }
    if (trial->noise_note && trial->verdict != VERDICT_AC) {
        evidence_absent(evidence, "tests.verdict", trial->noise_note, SOURCE_TEST, where);
        evidence_absent(evidence, "tests.accepted", trial->noise_note, SOURCE_TEST, where);
        return;
    }
    evidence_set_word(evidence, "tests.verdict", verdict_name(trial->verdict), SOURCE_TEST, where);
    evidence_set(evidence, "tests.accepted", trial->verdict == VERDICT_AC, SOURCE_TEST, where);
}

static void set_answer(struct evidence *evidence, const char *what,
                       const struct growth_answer *answer, const char *reason)
{
    char verdict[60], class[60], confidence[60], where[200];
    const char *why = answer && answer->reason ? answer->reason : reason;

    snprintf(verdict, sizeof(verdict), "growth.%s.verdict", what);
    snprintf(class, sizeof(class), "growth.%s.class", what);
    snprintf(confidence, sizeof(confidence), "growth.%s.confidence", what);
    snprintf(where, sizeof(where), "assay growth%s%.150s", answer && answer->family ? ", on " : "",
             answer && answer->family ? answer->family : "");
    if (!why)
        why = "it could not be told";
    if (answer && answer->class != GROWTH_UNKNOWN) {
        evidence_set_word(evidence, class, growth_class_name(answer->class), SOURCE_MEASUREMENT,
                          where);
        evidence_set(evidence, confidence, answer->confidence, SOURCE_MEASUREMENT, where);
    } else {
        evidence_absent(evidence, class, why, SOURCE_MEASUREMENT, where);
        evidence_absent(evidence, confidence, why, SOURCE_MEASUREMENT, where);
    }
    if (answer && answer->verdict != GROWTH_UNSURE)
        evidence_set_word(evidence, verdict, growth_verdict_name(answer->verdict),
                          SOURCE_MEASUREMENT, where);
    else
        evidence_absent(evidence, verdict,
                        answer && !answer->expected ? "the problem does not say what it expects"
                                                    : why,
                        SOURCE_MEASUREMENT, where);
}

static void set_session(struct evidence *evidence, const struct evidence_session *session)
{
    static const char *const names[] = { "session.attempts", "session.samples_run_first",
                                         "session.own_inputs" };
    const char *why = "the submission belongs to no timed round";

    if (session && session->minutes > 0)
        evidence_set(evidence, "session.minutes", session->minutes, SOURCE_COMMAND, "--minutes");
    else
        evidence_absent(evidence, "session.minutes", why, SOURCE_COMMAND, "--minutes");
    for (size_t i = 0; i < COUNT(names); i++)
        evidence_absent(evidence, names[i], why, SOURCE_MEASUREMENT, "the round");
}

int evidence_of_trial(const struct trial *trial, const char *title, const char *const *files,
                      size_t file_count, const struct growth *growth, const char *why_no_growth,
                      const struct evidence_session *session, struct evidence **ret,
                      struct error *error)
{
    struct evidence *evidence = NULL;
    int status = evidence_new(EVIDENCE_ALGORITHM, &evidence, error);

    if (status < 0)
        return status;
    evidence_subject(evidence, trial->problem, title, trial->language, files, file_count);
    set_verdict(evidence, trial);
    set_counts(evidence, trial, "sample", "samples");
    set_counts(evidence, trial, "secret", "secret");
    set_first_failed(evidence, trial);
    set_shares(evidence, trial);
    set_answer(evidence, "time", growth ? &growth->time : NULL, why_no_growth);
    set_answer(evidence, "space", growth ? &growth->space : NULL, why_no_growth);
    set_session(evidence, session);
    status = evidence_finish(evidence, error);
    if (status < 0) {
        evidence_free(evidence);
        return status;
    }
    *ret = evidence;
    return 0;
}
