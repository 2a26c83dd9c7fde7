/* JUnit's XML: of tests and probes in the details of evidence, and, for gradings, of their own. */

#include "judge/report/junit.h"

#include "judge/report/documents.h"
#include "judge/report/escape.h"
#include "judge/report/view.h"

#include <errno.h>
#include <math.h>
#include <string.h>

void junit_begin(FILE *file)
{
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n", file);
}

void junit_suite_begin(FILE *file, const struct junit_suite *suite)
{
    fputs("  <testsuite name=\"", file);
    put_xml(file, suite->name);
    fprintf(file,
            "\" tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\" time=\"%.3f\">\n",
            suite->tests, suite->failures, suite->errors, suite->skipped, suite->seconds);
}

void junit_case(FILE *file, const struct junit_case *test)
{
    static const char *const elements[] = {
        [JUNIT_FAILED] = "failure", [JUNIT_ERROR] = "error", [JUNIT_SKIPPED] = "skipped"
    };

    fputs("    <testcase classname=\"", file);
    put_xml(file, test->group);
    fputs("\" name=\"", file);
    put_xml(file, test->name);
    fprintf(file, "\" time=\"%.3f\">", test->seconds);
    if (test->status != JUNIT_PASSED) {
        fprintf(file, "<%s message=\"", elements[test->status]);
        put_xml(file, test->message);
        fputs("\">", file);
        put_xml(file, test->output);
        fprintf(file, "</%s>", elements[test->status]);
    }
    fputs("</testcase>\n", file);
}

void junit_suite_end(FILE *file)
{
    fputs("  </testsuite>\n", file);
}

int junit_end(FILE *file)
{
    fputs("</testsuites>\n", file);
    return ferror(file) ? -EIO : 0;
}

/* ---- Of evidence ------------------------------------------------------------------------------
 */

static double seconds_of(const json_t *object, const char *key)
{
    double seconds = view_number(object, key);

    return seconds >= 0 && seconds < 1e9 ? seconds : 0;
}

static struct junit_case test_case(const json_t *test)
{
    const char *verdict = view_text(test, "verdict"), *message = view_text(test, "message");

    return (struct junit_case){ .group = view_text(test, "group"),
                                .name = view_text(test, "name"),
                                .message = *message ? message : verdict,
                                .output = view_text(test, "debug"),
                                .status = strcmp(verdict, "AC") == 0   ? JUNIT_PASSED
                                          : strcmp(verdict, "JE") == 0 ? JUNIT_ERROR
                                                                       : JUNIT_FAILED,
                                .seconds = seconds_of(test, "wall_s") };
}

static struct junit_case probe_case(const json_t *probe)
{
    const char *status = view_text(probe, "status");

    return (struct junit_case){ .group = view_text(probe, "group"),
                                .name = view_text(probe, "id"),
                                .message = view_text(probe, "message"),
                                .output = view_text(probe, "reproduce"),
                                .status = strcmp(status, "pass") == 0      ? JUNIT_PASSED
                                          : strcmp(status, "skipped") == 0 ? JUNIT_SKIPPED
                                          : strcmp(status, "error") == 0   ? JUNIT_ERROR
                                                                           : JUNIT_FAILED,
                                .seconds = seconds_of(probe, "seconds") };
}

static void put_suite(FILE *file, const char *name, const json_t *list,
                      struct junit_case (*make)(const json_t *))
{
    struct junit_suite suite = { .name = name, .tests = json_array_size(list) };

    for (size_t i = 0; i < suite.tests; i++) {
        struct junit_case test = make(json_array_get(list, i));
        suite.failures += test.status == JUNIT_FAILED;
        suite.errors += test.status == JUNIT_ERROR;
        suite.skipped += test.status == JUNIT_SKIPPED;
        suite.seconds += test.seconds;
    }
    junit_suite_begin(file, &suite);
    for (size_t i = 0; i < suite.tests; i++) {
        struct junit_case test = make(json_array_get(list, i));
        junit_case(file, &test);
    }
    junit_suite_end(file);
}

int report_junit(FILE *file, const json_t *evidence, const json_t *scorecard)
{
    const char *problem = view_text(view_object(evidence, "subject"), "problem");
    const json_t *tests = view_list(view_detail(evidence, "submit"), "tests");
    const json_t *probes = view_list(view_detail(evidence, "grade"), "probes");

    (void) scorecard; /* its criteria are no tests */
    junit_begin(file);
    if (tests)
        put_suite(file, problem, tests, test_case);
    if (probes)
        put_suite(file, problem, probes, probe_case);
    return junit_end(file);
}
