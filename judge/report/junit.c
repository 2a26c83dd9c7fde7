/*
 * JUnit's XML, of what `submit` and `grade` found. A submission that could not be compiled, and a
 * service that never started, is a case of its own that failed: else a file without a failure would
 * be read as a success.
 */

#include "judge/report/documents.h"
#include "judge/report/escape.h"
#include "judge/report/view.h"

#include <errno.h>
#include <string.h>

enum status { PASSED, FAILED, ERROR, SKIPPED, STATUSES };

struct test_case {
    const char *group, *name, *message, *output;
    enum status status;
    double seconds;
};

struct suite {
    const char *name;
    double seconds; /* of the whole; 0: the sum of its cases */
    struct test_case *cases;
    size_t count;
};

static double seconds_of(const json_t *object, const char *key)
{
    double seconds = view_number(object, key);

    return seconds >= 0 && seconds < 1e9 ? seconds : 0;
}

/* ---- Cases ----------------------------------------------------------------------------------- */

static struct test_case compile_case(const json_t *compile)
{
    bool failed = json_is_false(json_object_get(compile, "ok"));

    return (struct test_case){ .group = "compile",
                               .name = "compile",
                               .message = "it does not compile",
                               .output = view_text(compile, "message"),
                               .status = failed ? FAILED : PASSED,
                               .seconds = seconds_of(compile, "seconds") };
}

static struct test_case test_case(const json_t *test)
{
    const char *verdict = view_text(test, "verdict"), *message = view_text(test, "message");

    return (struct test_case){ .group = view_text(test, "group"),
                               .name = view_text(test, "name"),
                               .message = *message ? message : verdict,
                               .output = view_text(test, "debug"),
                               .status = strcmp(verdict, "AC") == 0   ? PASSED
                                         : strcmp(verdict, "JE") == 0 ? ERROR
                                                                      : FAILED,
                               .seconds = seconds_of(test, "wall_s") };
}

static struct test_case case_not_run(const json_t *name)
{
    const char *text = json_string_value(name);

    return (struct test_case){
        .group = "not run", .name = text ? text : "", .message = "not run", .status = SKIPPED
    };
}

static struct test_case service_case(const json_t *service)
{
    const json_t *build = view_object(service, "build");
    bool built = !json_is_false(json_object_get(build, "good"));

    return (struct test_case){ .group = "service",
                               .name = built ? "start" : "build",
                               .message = view_text(built ? service : build, "reason"),
                               .output = built ? "" : view_text(build, "output"),
                               .status = built && view_true(service, "ready") ? PASSED : FAILED,
                               .seconds = built ? seconds_of(service, "start_s")
                                                : seconds_of(build, "seconds") };
}

static struct test_case probe_case(const json_t *probe)
{
    const char *status = view_text(probe, "status");

    return (struct test_case){ .group = view_text(probe, "group"),
                               .name = view_text(probe, "id"),
                               .message = view_text(probe, "message"),
                               .output = view_text(probe, "reproduce"),
                               .status = strcmp(status, "pass") == 0      ? PASSED
                                         : strcmp(status, "skipped") == 0 ? SKIPPED
                                         : strcmp(status, "error") == 0   ? ERROR
                                                                          : FAILED,
                               .seconds = seconds_of(probe, "seconds") };
}

static void add_cases(struct suite *suite, const json_t *list,
                      struct test_case (*make)(const json_t *))
{
    for (size_t i = 0; i < json_array_size(list); i++)
        suite->cases[suite->count++] = make(json_array_get(list, i));
}

/* ---- Writing ----------------------------------------------------------------------------------
 */

static int put_attribute(FILE *file, const char *name, const char *value)
{
    fprintf(file, " %s=\"", name);
    int code = escape_xml(file, value);
    fputc('"', file);
    return code;
}

static int put_case(FILE *file, const struct test_case *test)
{
    static const char *const elements[] = {
        [FAILED] = "failure", [ERROR] = "error", [SKIPPED] = "skipped"
    };

    fputs("    <testcase", file);
    int code = put_attribute(file, "classname", test->group);
    code = code < 0 ? code : put_attribute(file, "name", test->name);
    fprintf(file, " time=\"%.3f\">", test->seconds);
    if (test->status != PASSED) {
        fprintf(file, "<%s", elements[test->status]);
        code = code < 0 ? code : put_attribute(file, "message", test->message);
        fputc('>', file);
        code = code < 0 ? code : escape_xml(file, test->output);
        fprintf(file, "</%s>", elements[test->status]);
    }
    fputs("</testcase>\n", file);
    return code;
}

static int put_suite(FILE *file, const struct suite *suite)
{
    size_t counts[STATUSES] = { 0 };
    double seconds = 0;

    for (size_t i = 0; i < suite->count; i++) {
        counts[suite->cases[i].status]++;
        seconds += suite->cases[i].seconds;
    }
    fputs("  <testsuite", file);
    int code = put_attribute(file, "name", suite->name);
    fprintf(file, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\" time=\"%.3f\">\n",
            suite->count, counts[FAILED], counts[ERROR], counts[SKIPPED],
            suite->seconds > 0 ? suite->seconds : seconds);
    for (size_t i = 0; i < suite->count && code == 0; i++)
        code = put_case(file, &suite->cases[i]);
    fputs("  </testsuite>\n", file);
    return code;
}

static int put_submission(FILE *file, const char *problem, const json_t *submit)
{
    const json_t *tests = view_list(submit, "tests"), *not_run = view_list(submit, "not_run");
    const json_t *compile = view_object(submit, "compile");
    size_t most = json_array_size(tests) + json_array_size(not_run) + 1;
    AUTO_FREE struct test_case *cases = memory_alloc(most * sizeof(*cases));
    struct suite suite = { .name = problem, .cases = cases };

    if (!cases)
        return -ENOMEM;
    if (compile)
        cases[suite.count++] = compile_case(compile);
    add_cases(&suite, tests, test_case);
    add_cases(&suite, not_run, case_not_run);
    return put_suite(file, &suite);
}

static int put_grading(FILE *file, const char *problem, const json_t *grade)
{
    const json_t *probes = view_list(grade, "probes"), *service = view_object(grade, "service");
    AUTO_FREE struct test_case *cases =
        memory_alloc((json_array_size(probes) + 1) * sizeof(*cases));
    struct suite suite = { .name = problem,
                           .seconds = seconds_of(grade, "seconds"),
                           .cases = cases };

    if (!cases)
        return -ENOMEM;
    if (service)
        cases[suite.count++] = service_case(service);
    add_cases(&suite, probes, probe_case);
    return put_suite(file, &suite);
}

int report_junit(FILE *file, const json_t *evidence, const json_t *scorecard)
{
    const char *problem = view_text(view_object(evidence, "subject"), "problem");
    const json_t *submit = view_detail(evidence, "submit"), *grade = view_detail(evidence, "grade");
    int code = 0;

    (void) scorecard; /* its criteria are no tests */
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n", file);
    if (submit)
        code = put_submission(file, problem, submit);
    if (grade && code == 0)
        code = put_grading(file, problem, grade);
    fputs("</testsuites>\n", file);
    if (code < 0)
        return code;
    return ferror(file) ? -EIO : 0;
}
