/*
 * Theory of operation: one reader a format, each the lines that the runner's own code prints. Runs
 * in one output (several binaries, modules or packages) are summed up.
 */

#include "judge/review/test_tally.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* A name up to a text that may follow it. */
static void take_name(struct tally *tally, const char *name, const char *until)
{
    const char *end = until ? strstr(name, until) : NULL;

    tally_name(tally, name, end ? (size_t) (end - name) : strlen(name));
}

/* A name without a time in parentheses behind it, as in "adds (0.41ms)". */
static void take_timed_name(struct tally *tally, const char *name)
{
    const char *open = strrchr(name, '(');
    const char *at = open ? open + 1 : NULL;
    uint64_t number = 0;

    tally_name(tally, name,
               at && open > name && line_number(&at, &number) ? (size_t) (open - name)
                                                              : strlen(name));
}

/* Numbers with words, "3 passed, 1 failed", separated by any of `separators`: sums them by the
 * words, and stops before what has another form. Returns how many words were known. */
struct word {
    const char *word;
    enum { TO_PASSED, TO_FAILED, TO_SKIPPED, TO_NOTHING } to;
};

static size_t take_words(struct tally *tally, const char **at, const char *separators,
                         const struct word *words, size_t count)
{
    size_t known = 0;
    uint64_t number = 0;

    while (**at) {
        const char *next = *at;
        size_t i;

        if (!line_number(&next, &number) || *next++ != ' ')
            break;
        size_t length = strcspn(next, " ,;|)");
        for (i = 0; i < count; i++) {
            if (strlen(words[i].word) == length && memcmp(words[i].word, next, length) == 0)
                break;
        }
        if (i == count)
            break;
        known++;
        if (words[i].to != TO_NOTHING)
            tally_add(words[i].to == TO_PASSED   ? &tally->passed
                      : words[i].to == TO_FAILED ? &tally->failed
                                                 : &tally->skipped,
                      number);
        next += length;
        *at = next + strspn(next, separators);
    }
    return known;
}

/* ---- pytest: "=== 1 failed, 2 passed in 0.12s ===", bare with -q
 * --------------------------------- */

static const struct word pytest_words[] = {
    { "passed", TO_PASSED },    { "failed", TO_FAILED },      { "error", TO_FAILED },
    { "errors", TO_FAILED },    { "skipped", TO_SKIPPED },    { "xfailed", TO_SKIPPED },
    { "xpassed", TO_PASSED },   { "deselected", TO_NOTHING }, { "warning", TO_NOTHING },
    { "warnings", TO_NOTHING }, { "rerun", TO_NOTHING },
};

static void pytest_line(struct tally *tally, const char *line)
{
    if ((line_starts(line, "FAILED ") || line_starts(line, "ERROR ")) && strstr(line, ".py")) {
        take_name(tally, strchr(line, ' ') + 1, " - ");
        return;
    }
    const char *at = line + strspn(line, "= ");
    if (line_starts(at, "no tests ran in ")) {
        tally->seen = true;
        return;
    }
    struct tally found = { 0 };
    size_t known = take_words(&found, &at, ", ", pytest_words, COUNT(pytest_words));
    if (known == 0 || !line_starts(at, "in ") || !isdigit((unsigned char) at[3]))
        return;
    tally->seen = true;
    tally_add(&tally->passed, found.passed);
    tally_add(&tally->failed, found.failed);
    tally_add(&tally->skipped, found.skipped);
}

/* ---- unittest: "Ran 5 tests in 0.001s", then "FAILED (failures=1, errors=2)" or "OK (skipped=1)"
 * -- */

enum { UNITTEST_RAN, UNITTEST_WAITING };

static void unittest_line(struct tally *tally, const char *line)
{
    uint64_t bad = 0, number = 0, skipped = 0;
    bool failed = line_starts(line, "FAILED");

    if (line_starts(line, "Ran ") && line_number_after(line, "Ran ", &number) &&
        strstr(line, " test")) {
        tally->state[UNITTEST_RAN] = number;
        tally->state[UNITTEST_WAITING] = true;
        return;
    }
    if (line_starts(line, "FAIL: ") || line_starts(line, "ERROR: ")) {
        take_name(tally, strchr(line, ' ') + 1, NULL);
        return;
    }
    if (!tally->state[UNITTEST_WAITING] ||
        !(failed || strcmp(line, "OK") == 0 || line_starts(line, "OK (") ||
          line_starts(line, "NO TESTS RAN")))
        return;
    tally->state[UNITTEST_WAITING] = false;
    tally->seen = true;
    if (line_number_after(line, "(failures=", &number))
        bad += number;
    if (line_number_after(line, "errors=", &number))
        bad += number;
    if (line_number_after(line, "unexpected successes=", &number))
        bad += number;
    if (line_number_after(line, "skipped=", &number))
        skipped += number;
    if (line_number_after(line, "expected failures=", &number))
        skipped += number;
    uint64_t others = bad + skipped, ran = tally->state[UNITTEST_RAN];
    tally_add(&tally->failed, bad ? bad : failed);
    tally_add(&tally->skipped, skipped);
    tally_add(&tally->passed, ran > others ? ran - others : 0);
}

/* ---- go test: tests with -v, packages without
 * ---------------------------------------------------- */

enum { GO_RUNNING, GO_PASSED_PACKAGES, GO_FAILED_PACKAGES, GO_FAILED_HERE };

static void go_line(struct tally *tally, const char *line)
{
    const char *test = line_skip_blanks(line);

    if (line_starts(test, "=== RUN ")) {
        tally->state[GO_RUNNING] = true;
    } else if (line_starts(test, "--- PASS: ")) {
        tally_add(&tally->passed, 1);
    } else if (line_starts(test, "--- SKIP: ")) {
        tally_add(&tally->skipped, 1);
    } else if (line_starts(test, "--- FAIL: ")) {
        tally_add(&tally->failed, 1);
        tally->state[GO_FAILED_HERE] = true;
        take_timed_name(tally, test + strlen("--- FAIL: "));
    } else if (line_starts(line, "ok  \t")) {
        tally->seen = true;
        tally->state[GO_FAILED_HERE] = false;
        /* Nothing in it is nothing that passed. */
        if (!strstr(line, "[no tests to run]"))
            tally_add(&tally->state[GO_PASSED_PACKAGES], 1);
    } else if (line_starts(line, "FAIL\t")) {
        tally->seen = true;
        /* It did not compile, or ended before a test could say anything. */
        if (!tally->state[GO_FAILED_HERE]) {
            tally_add(&tally->state[GO_FAILED_PACKAGES], 1);
            tally_name(tally, line + 5, strcspn(line + 5, "\t"));
        }
        tally->state[GO_FAILED_HERE] = false;
    }
}

static void go_end(struct tally *tally)
{
    tally_add(&tally->failed, tally->state[GO_FAILED_PACKAGES]);
    if (tally->state[GO_RUNNING])
        tally->seen = true; /* cut off, or a binary of `go test -c` */
    if (!tally->seen || tally->state[GO_RUNNING])
        return;
    tally->by_packages = true;
    tally_add(&tally->passed, tally->state[GO_PASSED_PACKAGES]);
}

/* ---- node --test, reporter spec: "ℹ pass 4"; TAP: "# pass 4"
 * ------------------------------------- */

enum { NODE_TESTS, NODE_PASS, NODE_HAS_PASS, NODE_HAS_FAIL };

static void node_counter(struct tally *tally, const char *counter)
{
    uint64_t number = 0;

    if (line_starts(counter, "pass ") && line_number_after(counter, "pass", &number)) {
        tally_add(&tally->passed, number);
        tally->state[NODE_HAS_PASS] = true;
    } else if (line_starts(counter, "fail ") && line_number_after(counter, "fail", &number)) {
        tally_add(&tally->failed, number);
        tally->state[NODE_HAS_FAIL] = true;
    } else if (line_starts(counter, "cancelled ") &&
               line_number_after(counter, "cancelled", &number)) {
        tally_add(&tally->failed, number);
    } else if ((line_starts(counter, "skipped ") &&
                line_number_after(counter, "skipped", &number)) ||
               (line_starts(counter, "todo ") && line_number_after(counter, "todo", &number))) {
        tally_add(&tally->skipped, number);
    }
    tally->seen = tally->state[NODE_HAS_PASS] && tally->state[NODE_HAS_FAIL];
}

static void node_line(struct tally *tally, const char *line)
{
    const char *text = line_skip_blanks(line);

    if (line_starts(line, "\u2139 "))
        node_counter(tally, line + strlen("\u2139 "));
    else if (line_starts(text, "\u2716 ") && !line_starts(text, "\u2716 failing tests:"))
        take_timed_name(tally, text + strlen("\u2716 "));
}

/* ---- jest, vitest, mocha
 * ------------------------------------------------------------------------- */

static const struct word jest_words[] = {
    { "passed", TO_PASSED },   { "failed", TO_FAILED }, { "skipped", TO_SKIPPED },
    { "pending", TO_SKIPPED }, { "todo", TO_SKIPPED },  { "total", TO_NOTHING },
};

enum { FILES_FAILED };

/* How many files failed; they count where no test did, since then they did not even load. */
static void take_files(struct tally *tally, const char *line)
{
    struct tally files = { 0 };

    if (take_words(&files, &line, ", |", jest_words, COUNT(jest_words)) > 0)
        tally_add(&tally->state[FILES_FAILED], files.failed);
}

static void files_end(struct tally *tally)
{
    if (tally->seen && tally->failed == 0)
        tally->failed = tally->state[FILES_FAILED];
}

static void jest_line(struct tally *tally, const char *line)
{
    if (line_starts(line, "Test Suites: ")) {
        take_files(tally, line_skip_blanks(line + strlen("Test Suites:")));
    } else if (line_starts(line, "Tests: ")) {
        const char *at = line_skip_blanks(line + strlen("Tests:"));
        if (take_words(tally, &at, ", ", jest_words, COUNT(jest_words)) > 0)
            tally->seen = true;
    } else if (line_starts(line, "  \u25cf ") && strcmp(line, "  \u25cf Console") != 0) {
        take_name(tally, line + strlen("  \u25cf "), NULL);
    }
}

static void vitest_line(struct tally *tally, const char *line)
{
    const char *text = line_skip_blanks(line);

    if (line_starts(text, "Test Files  ")) {
        take_files(tally, text + strlen("Test Files  "));
    } else if (line_starts(text, "Tests  ") && text > line) {
        const char *at = line_skip_blanks(text + strlen("Tests"));
        if (take_words(tally, &at, " |", jest_words, COUNT(jest_words)) > 0 ||
            line_starts(at, "no tests"))
            tally->seen = true;
    } else if (line_starts(line, " FAIL  ")) {
        take_name(tally, line_skip_blanks(line + strlen(" FAIL  ")), NULL);
    }
}

enum { MOCHA_LISTING, MOCHA_SUITE };

static void mocha_line(struct tally *tally, const char *line)
{
    const char *at = line_skip_blanks(line);
    uint64_t number = 0;

    if (at == line || !line_number(&at, &number))
        return;
    if (line_starts(at, " passing")) {
        tally->seen = true;
        tally_add(&tally->passed, number);
    } else if (strcmp(at, " failing") == 0) {
        tally_add(&tally->failed, number);
        tally->state[MOCHA_LISTING] = true;
    } else if (strcmp(at, " pending") == 0) {
        tally_add(&tally->skipped, number);
    } else if (line_starts(at, ") ") && !tally->state[MOCHA_LISTING]) {
        take_name(tally, at + 2, NULL);
    }
}

/* ---- cargo test: a line a binary
 * ------------------------------------------------------------------ */

static void cargo_line(struct tally *tally, const char *line)
{
    uint64_t passed = 0, failed = 0, ignored = 0;

    if (line_starts(line, "test result: ")) {
        const char *at = strstr(line, ". ");
        if (!at || !line_number_after(at, ". ", &passed))
            return;
        (void) line_number_after(at, " passed; ", &failed);
        (void) line_number_after(at, " failed; ", &ignored);
        tally->seen = true;
        tally_add(&tally->passed, passed);
        tally_add(&tally->failed, failed);
        tally_add(&tally->skipped, ignored);
    } else if (line_starts(line, "test ") && strstr(line, " ... FAILED")) {
        take_name(tally, line + strlen("test "), " ... FAILED");
    }
}

/* ---- Maven's surefire: "Tests run: 5, Failures: 1, Errors: 0, Skipped: 1"
 * ------------------------- */

enum {
    MAVEN_RUN,
    MAVEN_BAD,
    MAVEN_SKIPPED,
    MAVEN_HAS_TOTAL,
    MAVEN_TOTAL_RUN,
    MAVEN_TOTAL_BAD,
    MAVEN_TOTAL_SKIPPED
};

static void maven_line(struct tally *tally, const char *line)
{
    uint64_t run = 0, failures = 0, errors = 0, skipped = 0;
    const char *text = *line == '[' && strchr(line, ' ') ? strchr(line, ' ') + 1 : line;

    if (line_starts(text, "Tests run: ") && line_number_after(text, "Tests run: ", &run) &&
        line_number_after(text, "Failures: ", &failures) &&
        line_number_after(text, "Errors: ", &errors)) {
        (void) line_number_after(text, "Skipped: ", &skipped);
        /* A class tells its time; the total of a module does not. */
        size_t to = strstr(text, "Time elapsed") ? MAVEN_RUN : MAVEN_TOTAL_RUN;
        tally->state[MAVEN_HAS_TOTAL] |= to == MAVEN_TOTAL_RUN;
        tally_add(&tally->state[to], run);
        tally_add(&tally->state[to == MAVEN_RUN ? MAVEN_BAD : MAVEN_TOTAL_BAD], failures + errors);
        tally_add(&tally->state[to == MAVEN_RUN ? MAVEN_SKIPPED : MAVEN_TOTAL_SKIPPED], skipped);
        tally->seen = true;
    } else if (strstr(text, "<<< FAILURE!") || strstr(text, "<<< ERROR!")) {
        const char *end = strstr(text, "Time elapsed");
        size_t size = end ? (size_t) (end - text) : strcspn(text, "<");
        while (size > 0 && strchr(" -", text[size - 1]))
            size--;
        tally_name(tally, text, size);
    }
}

static void maven_end(struct tally *tally)
{
    bool total = tally->state[MAVEN_HAS_TOTAL];
    uint64_t run = tally->state[total ? MAVEN_TOTAL_RUN : MAVEN_RUN];

    tally->failed = tally->state[total ? MAVEN_TOTAL_BAD : MAVEN_BAD];
    tally->skipped = tally->state[total ? MAVEN_TOTAL_SKIPPED : MAVEN_SKIPPED];
    uint64_t others = tally->failed + tally->skipped;
    tally->passed = run > others ? run - others : 0;
}

/* ---- Gradle: "FooTest > adds() PASSED", "5 tests completed, 1 failed, 1 skipped"
 * ------------------ */

enum { GRADLE_IS, GRADLE_COMPLETED, GRADLE_FAILED, GRADLE_SKIPPED, GRADLE_HAS_TOTAL };

static bool ends_in(const char *line, const char *end)
{
    size_t size = strlen(line), length = strlen(end);

    return size > length && strcmp(line + size - length, end) == 0;
}

static void gradle_line(struct tally *tally, const char *line)
{
    const char *at = line;
    uint64_t completed = 0, number = 0;

    if (line_starts(line, "> Task :") || line_starts(line, "BUILD SUCCESSFUL in") ||
        line_starts(line, "BUILD FAILED in")) {
        tally->state[GRADLE_IS] = true;
    } else if (line_number(&at, &completed) &&
               (line_starts(at, " tests completed") || line_starts(at, " test completed"))) {
        tally->state[GRADLE_HAS_TOTAL] = true;
        tally_add(&tally->state[GRADLE_COMPLETED], completed);
        if (line_number_after(at, "completed, ", &number))
            tally_add(strstr(at, " failed") ? &tally->state[GRADLE_FAILED]
                                            : &tally->state[GRADLE_SKIPPED],
                      number);
        if (line_number_after(at, " failed, ", &number))
            tally_add(&tally->state[GRADLE_SKIPPED], number);
    } else if (strstr(line, " > ") && ends_in(line, " PASSED")) {
        tally_add(&tally->passed, 1);
    } else if (strstr(line, " > ") && ends_in(line, " SKIPPED")) {
        tally_add(&tally->skipped, 1);
    } else if (strstr(line, " > ") && ends_in(line, " FAILED")) {
        tally_add(&tally->failed, 1);
        tally_name(tally, line, strlen(line) - strlen(" FAILED"));
    }
}

static void gradle_end(struct tally *tally)
{
    if (tally->state[GRADLE_HAS_TOTAL]) {
        uint64_t others = tally->state[GRADLE_FAILED] + tally->state[GRADLE_SKIPPED];
        uint64_t all = tally->state[GRADLE_COMPLETED];
        uint64_t passed = all > others ? all - others : 0;

        tally->failed = tally->state[GRADLE_FAILED];
        tally->skipped = tally->state[GRADLE_SKIPPED];
        /* Tasks without a failure print no total. */
        tally->passed = passed > tally->passed ? passed : tally->passed;
    }
    tally->seen = tally->state[GRADLE_IS] &&
                  (tally->state[GRADLE_HAS_TOTAL] || tally->passed + tally->failed > 0);
}

/* ---- JUnit's console launcher: "[         5 tests successful      ]"
 * ------------------------------ */

static void console_line(struct tally *tally, const char *line)
{
    const char *at = line + (*line == '[');
    uint64_t number = 0;

    if (*line != '[')
        return;
    at = line_skip_blanks(at);
    if (!line_number(&at, &number))
        return;
    if (line_starts(at, " tests successful ")) {
        tally->seen = true;
        tally_add(&tally->passed, number);
    } else if (line_starts(at, " tests failed ")) {
        tally_add(&tally->failed, number);
    } else if (line_starts(at, " tests skipped ") || line_starts(at, " tests aborted ")) {
        tally_add(&tally->skipped, number);
    }
}

/* ---- GoogleTest, ctest, Check
 * --------------------------------------------------------------------- */

static void gtest_line(struct tally *tally, const char *line)
{
    uint64_t number = 0;

    if (line_starts(line, "[  PASSED  ] ") && line_number_after(line, "] ", &number)) {
        tally->seen = true;
        tally_add(&tally->passed, number);
    } else if (line_starts(line, "[  SKIPPED ] ") && line_number_after(line, "] ", &number)) {
        tally_add(&tally->skipped, number);
    } else if (line_starts(line, "[  FAILED  ] ") && line_number_after(line, "] ", &number)) {
        tally->seen = true;
        tally_add(&tally->failed, number);
    } else if (line_starts(line, "[  FAILED  ] ")) {
        const char *name = line + strlen("[  FAILED  ] ");
        tally_name(tally, name, strcspn(name, " ,"));
    }
}

/* "80% tests passed, 1 tests failed out of 5" */
static void ctest_line(struct tally *tally, const char *line)
{
    uint64_t failed = 0, all = 0;

    if (strstr(line, "% tests passed, ") && line_number_after(line, "passed, ", &failed) &&
        line_number_after(line, "out of ", &all)) {
        tally->seen = true;
        tally_add(&tally->failed, failed);
        tally_add(&tally->passed, all > failed ? all - failed : 0);
    } else if (strstr(line, "(Failed)") && strstr(line, " - ")) {
        take_name(tally, strstr(line, " - ") + 3, "(Failed)");
    }
}

/* "80%: Checks: 5, Failures: 1, Errors: 0" */
static void check_line(struct tally *tally, const char *line)
{
    uint64_t checks = 0, failures = 0, errors = 0;

    if (!isdigit((unsigned char) *line) || !line_number_after(line, "%: Checks: ", &checks) ||
        !line_number_after(line, ", Failures: ", &failures) ||
        !line_number_after(line, ", Errors: ", &errors))
        return;
    tally->seen = true;
    tally_add(&tally->failed, failures + errors);
    tally_add(&tally->passed, checks > failures + errors ? checks - failures - errors : 0);
}

/* ---- TAP: https://testanything.org, versions 13 and 14
 * -------------------------------------------- */

enum { TAP_PLAN, TAP_HAS_PLAN, TAP_TESTS, TAP_VERSION };

/* What a directive behind the last '#' says: 's' skip, 't' to do, 0 none. */
static char directive(const char *line)
{
    const char *hash = strrchr(line, '#');

    if (!hash)
        return '\0';
    hash = line_skip_blanks(hash + 1);
    if (strncasecmp(hash, "skip", 4) == 0)
        return 's';
    return (char) (strncasecmp(hash, "todo", 4) == 0 ? 't' : '\0');
}

static void tap_name(struct tally *tally, const char *name)
{
    uint64_t number = 0;

    name = line_skip_blanks(name);
    if (line_number(&name, &number))
        name = line_skip_blanks(name);
    take_name(tally, line_starts(name, "- ") ? name + 2 : name, NULL);
}

static void tap_line(struct tally *tally, const char *line)
{
    const char *inner = line_skip_blanks(line);
    bool failed = line_starts(inner, "not ok"), passed = line_starts(inner, "ok");
    const char *rest = inner + (failed ? strlen("not ok") : strlen("ok"));
    uint64_t number = 0;

    if (line_starts(line, "TAP version 1")) {
        tally->state[TAP_VERSION] = true;
    } else if (line_starts(line, "1..") && line_number_after(line, "1..", &number)) {
        tally->state[TAP_HAS_PLAN] = true;
        tally_add(&tally->state[TAP_PLAN], number);
    } else if (line_starts(line, "Bail out!")) {
        tally_add(&tally->failed, 1);
        take_name(tally, line, NULL);
    } else if ((failed || passed) && (!*rest || *rest == ' ')) {
        char told = directive(rest);

        if (failed && !told)
            tap_name(tally, rest);
        if (inner > line)
            return;
        tally_add(&tally->state[TAP_TESTS], 1);
        tally_add(told == 's' || (told && failed) ? &tally->skipped
                  : failed                        ? &tally->failed
                                                  : &tally->passed,
                  1);
    }
}

static void tap_end(struct tally *tally)
{
    tally->seen = (tally->state[TAP_HAS_PLAN] || tally->state[TAP_VERSION]) &&
                  (tally->state[TAP_TESTS] > 0 || tally->state[TAP_HAS_PLAN]);
    /* Announced, and never told of: the program ended before. */
    if (tally->state[TAP_HAS_PLAN] && tally->state[TAP_PLAN] > tally->state[TAP_TESTS])
        tally_add(&tally->failed, tally->state[TAP_PLAN] - tally->state[TAP_TESTS]);
}

/* TAP of node --test: the counters at its end tell of tests, where its lines tell of files or
 * suites. */
static void node_tap_line(struct tally *tally, const char *line)
{
    if (line_starts(line, "# "))
        node_counter(tally, line + 2);
    else if (line_starts(line_skip_blanks(line), "not ok ") && !directive(line))
        tap_name(tally, line_skip_blanks(line) + strlen("not ok "));
}

static void node_any_line(struct tally *tally, const char *line)
{
    node_line(tally, line);
    node_tap_line(tally, line);
}

const struct tally_format tally_formats[TEST_FORMATS] = {
    [TEST_GO] = { go_line, go_end },
    [TEST_NODE] = { node_any_line, NULL },
    [TEST_PYTEST] = { pytest_line, NULL },
    [TEST_UNITTEST] = { unittest_line, NULL },
    [TEST_JEST] = { jest_line, files_end },
    [TEST_VITEST] = { vitest_line, files_end },
    [TEST_MOCHA] = { mocha_line, NULL },
    [TEST_CARGO] = { cargo_line, NULL },
    [TEST_MAVEN] = { maven_line, maven_end },
    [TEST_GRADLE] = { gradle_line, gradle_end },
    [TEST_JUNIT_CONSOLE] = { console_line, NULL },
    [TEST_GTEST] = { gtest_line, NULL },
    [TEST_CTEST] = { ctest_line, NULL },
    [TEST_CHECK] = { check_line, NULL },
    [TEST_TAP] = { tap_line, tap_end },
};
