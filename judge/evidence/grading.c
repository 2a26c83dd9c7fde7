/*
 * From a graded repository to evidence. A probe that could not be played, since nothing was built
 * or started, did not pass: it counts as failed.
 */

#include "judge/evidence/evidence.h"

#include "judge/service/service.h"

#include <string.h>

struct counts {
    size_t passed, total;
    const char *first_failed;
};

/* `aspect` NULL: of all. */
static struct counts count_probes(const struct grading *grading, const char *aspect)
{
    struct counts counts = { 0 };

    for (size_t i = 0; i < grading->count; i++) {
        const struct probe_result *result = &grading->results[i];

        if (aspect && strcmp(probe_aspect_name(result->probe->aspect), aspect) != 0)
            continue;
        counts.total++;
        if (result->status == PROBE_PASSED)
            counts.passed++;
        else if (!counts.first_failed)
            counts.first_failed = result->probe->id;
    }
    return counts;
}

static void set_probes(struct evidence *evidence, const struct grading *grading, const char *aspect)
{
    struct counts counts = count_probes(grading, aspect);
    char passed[60], failed[60], total[60], where[300];

    snprintf(passed, sizeof(passed), "probes.%s%spassed", aspect ? aspect : "", aspect ? "." : "");
    snprintf(failed, sizeof(failed), "probes.%s%sfailed", aspect ? aspect : "", aspect ? "." : "");
    snprintf(total, sizeof(total), "probes.%s%stotal", aspect ? aspect : "", aspect ? "." : "");
    if (!counts.total) {
        const char *why = "no probe that was played is of this aspect";
        evidence_absent(evidence, passed, why, SOURCE_TEST, "probes");
        evidence_absent(evidence, failed, why, SOURCE_TEST, "probes");
        evidence_absent(evidence, total, why, SOURCE_TEST, "probes");
        return;
    }
    snprintf(where, sizeof(where), "%s%.200s", counts.first_failed ? "first failed: " : "probes",
             counts.first_failed ? counts.first_failed : "");
    evidence_set(evidence, passed, (double) counts.passed, SOURCE_TEST, where);
    evidence_set(evidence, failed, (double) (counts.total - counts.passed), SOURCE_TEST, where);
    evidence_set(evidence, total, (double) counts.total, SOURCE_TEST, where);
}

static void set_start(struct evidence *evidence, const struct grading *grading)
{
    const char *build = grading->has_build ? grading->procfile.build : "nothing to build";
    const char *why = grading->not_ready ? grading->not_ready : "it did not start";

    evidence_set(evidence, "build.works", !grading->has_build || grading->build_good,
                 SOURCE_COMMAND, build);
    evidence_set(evidence, "build.seconds", grading->has_build ? grading->build.seconds : 0,
                 SOURCE_MEASUREMENT, build);
    evidence_set(evidence, "start.works", grading->ready, SOURCE_COMMAND, grading->procfile.web);
    if (grading->ready)
        evidence_set(evidence, "start.seconds", grading->start_s, SOURCE_MEASUREMENT,
                     grading->procfile.web);
    else
        evidence_absent(evidence, "start.seconds", why, SOURCE_MEASUREMENT, grading->procfile.web);
    if (grading->ready) {
        evidence_set(evidence, "service.memory_peak", (double) grading->memory_bytes / (1 << 20),
                     SOURCE_MEASUREMENT, "the largest of all probes");
        evidence_set(evidence, "service.cpu_seconds", (double) grading->cpu_ns / 1e9,
                     SOURCE_MEASUREMENT, "the largest of all probes");
        return;
    }
    evidence_absent(evidence, "service.memory_peak", why, SOURCE_MEASUREMENT, "probes");
    evidence_absent(evidence, "service.cpu_seconds", why, SOURCE_MEASUREMENT, "probes");
}

static void set_end(struct evidence *evidence, const struct grading *grading)
{
    if (grading->end_known) {
        evidence_set(evidence, "service.stops", grading->stops, SOURCE_MEASUREMENT, "SIGTERM");
        evidence_set(evidence, "service.logs", grading->logs, SOURCE_MEASUREMENT,
                     grading->procfile.web);
        return;
    }
    const char *why = grading->not_ready ? grading->not_ready : "it did not run behind the probes";
    evidence_absent(evidence, "service.stops", why, SOURCE_MEASUREMENT, "SIGTERM");
    evidence_absent(evidence, "service.logs", why, SOURCE_MEASUREMENT, grading->procfile.web);
}

static void no_own_tests(struct evidence *evidence, const char *why, const char *where)
{
    static const char *const names[] = { "tests.own.passed", "tests.own.failed",
                                         "tests.own.kill_rate", "tests.own.kill_rate_low",
                                         "tests.own.method" };

    for (size_t i = 0; i < COUNT(names); i++)
        evidence_absent(evidence, names[i], why, SOURCE_COMMAND, where);
}

/* Where the runner tells no counts, its exit status stands for one test. */
static void set_own_counts(struct evidence *evidence, const struct own_tests *tests)
{
    bool counted = tests->output.passed + tests->output.failed > 0;
    bool good = tests->output.ok && tests->run.good;

    evidence_set(evidence, "tests.own.passed",
                 counted ? (double) tests->output.passed : (double) good, SOURCE_COMMAND,
                 tests->command);
    evidence_set(evidence, "tests.own.failed",
                 counted ? (double) tests->output.failed : (double) !good, SOURCE_COMMAND,
                 tests->command);
}

static void set_own_tests(struct evidence *evidence, const struct grading *grading)
{
    const struct own_tests *tests = grading->own_tests;
    const char *command = grading->procfile.test;

    evidence_set(evidence, "tests.own.present", command != NULL, SOURCE_FILE,
                 grading->procfile.source);
    if (!command || !tests) {
        no_own_tests(evidence, command ? "they were not run" : "the repository has no tests",
                     command ? command : grading->procfile.source);
        return;
    }
    set_own_counts(evidence, tests);
    evidence_set_word(evidence, "tests.own.method", tests_method_name(tests->method),
                      SOURCE_MEASUREMENT, command);
    if (tests->method != TESTS_NOT_MEASURABLE && tests->total) {
        evidence_set(evidence, "tests.own.kill_rate",
                     (double) tests->killed / (double) tests->total, SOURCE_MEASUREMENT, command);
        evidence_set(evidence, "tests.own.kill_rate_low", tests->low, SOURCE_MEASUREMENT, command);
        return;
    }
    const char *why = tests->why ? tests->why : "there was nothing wrong to ask them about";
    evidence_absent(evidence, "tests.own.kill_rate", why, SOURCE_MEASUREMENT, command);
    evidence_absent(evidence, "tests.own.kill_rate_low", why, SOURCE_MEASUREMENT, command);
}

int evidence_of_grading(const struct grading *grading, struct evidence **ret, struct error *error)
{
    const char *const files[] = { grading->directory };
    struct evidence *evidence = NULL;
    int status = evidence_new(EVIDENCE_SERVICE, &evidence, error);

    if (status < 0)
        return status;
    evidence_subject(evidence, grading->package->slug, grading->package->title, NULL, files, 1);
    set_start(evidence, grading);
    set_end(evidence, grading);
    set_probes(evidence, grading, NULL);
    for (size_t i = 0; fact_aspects[i]; i++)
        set_probes(evidence, grading, fact_aspects[i]);
    set_own_tests(evidence, grading);
    status = evidence_finish(evidence, error);
    if (status < 0) {
        evidence_free(evidence);
        return status;
    }
    *ret = evidence;
    return 0;
}
