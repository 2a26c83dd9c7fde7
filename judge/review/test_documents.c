/*
 * Theory of operation: the formats that are documents instead of lines: JUnit XML, by expat without
 * entities, and the events of `go test -json`, a JSON object a line, by jansson. What is neither is
 * passed over.
 */

#include "judge/review/test_tally.h"
#include "judge/review/xml.h"

#include <jansson.h>
#include <string.h>

/* ---- JUnit XML
 * ------------------------------------------------------------------------------------ Source   the
 * schema that Jenkins' plugin and surefire publish: testsuites, testsuite, testcase with failure,
 * error or skipped inside. */

struct junit {
    struct tally *tally;
    bool inside, failed, skipped, is_report;
    char name[2 * TEST_NAME_BYTES];
};

static void junit_start(void *context, const char *name, const char **attributes)
{
    struct junit *junit = context;

    if (strcmp(name, "testsuites") == 0 || strcmp(name, "testsuite") == 0) {
        junit->is_report = true;
    } else if (strcmp(name, "testcase") == 0 && junit->is_report) {
        const char *class = xml_attribute(attributes, "classname");
        const char *test = xml_attribute(attributes, "name");

        junit->inside = true;
        junit->failed = junit->skipped = false;
        snprintf(junit->name, sizeof(junit->name), "%s%s%s", class ? class : "",
                 class && *class && test ? "." : "", test ? test : "");
    } else if (strcmp(name, "failure") == 0 || strcmp(name, "error") == 0) {
        junit->failed = true;
    } else if (strcmp(name, "skipped") == 0) {
        junit->skipped = true;
    }
}

static void junit_end(void *context, const char *name)
{
    struct junit *junit = context;

    if (strcmp(name, "testcase") != 0 || !junit->inside)
        return;
    junit->inside = false;
    junit->tally->seen = true;
    if (junit->failed)
        tally_name(junit->tally, junit->name, strlen(junit->name));
    tally_add(junit->failed    ? &junit->tally->failed
              : junit->skipped ? &junit->tally->skipped
                               : &junit->tally->passed,
              1);
}

int tally_junit(struct tally *tally, const char *text, size_t size)
{
    static const struct xml_handler handler = { junit_start, junit_end };
    struct junit junit = { .tally = tally };
    struct error fault = { 0 };

    return xml_read(text, size, &handler, &junit, &fault);
}

/* ---- go test -json
 * -------------------------------------------------------------------------------- Source   `go doc
 * test2json`: Action, Package, Test. */

enum { PACKAGES_FAILED, TESTS_FAILED_HERE };

static void take_event(struct tally *tally, const char *action, const char *package,
                       const char *test)
{
    bool failed = strcmp(action, "fail") == 0;

    if (test) {
        if (failed) {
            tally_name(tally, test, strlen(test));
            tally->state[TESTS_FAILED_HERE] = true;
        }
        if (failed || strcmp(action, "pass") == 0 || strcmp(action, "skip") == 0) {
            tally_add(failed           ? &tally->failed
                      : *action == 'p' ? &tally->passed
                                       : &tally->skipped,
                      1);
            tally->seen = true;
        }
        return;
    }
    if (failed || strcmp(action, "pass") == 0)
        tally->seen = true;
    /* A package that failed without a test that did: it did not compile, or panicked. */
    if (failed && !tally->state[TESTS_FAILED_HERE]) {
        tally_add(&tally->state[PACKAGES_FAILED], 1);
        tally_name(tally, package, strlen(package));
    }
    if (failed)
        tally->state[TESTS_FAILED_HERE] = false;
}

void tally_go_event(struct tally *tally, const char *line, size_t size)
{
    json_t *event = json_loadb(line, size, JSON_DISABLE_EOF_CHECK, NULL);
    const char *action = json_string_value(json_object_get(event, "Action"));
    const char *package = json_string_value(json_object_get(event, "Package"));

    if (action && package)
        take_event(tally, action, package, json_string_value(json_object_get(event, "Test")));
    json_decref(event);
}

void tally_go_events_end(struct tally *tally)
{
    tally_add(&tally->failed, tally->state[PACKAGES_FAILED]);
}
