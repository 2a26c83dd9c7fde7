/* The catalogue, and documents: what is written is read again, what is wrong is told by its
 * pointer. */

#include "judge/evidence/evidence.h"

#include "judge/growth/growth.h"
#include "judge/service/service.h"
#include "judge/trial/trial.h"
#include "tests/unit/unit.h"

#include <math.h>

static struct error error;

static char *print(const struct evidence *evidence)
{
    char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);
    json_t *json = evidence_json(evidence);

    ck_assert_ptr_nonnull(json);
    ck_assert_int_eq(evidence_print(file, json), 0);
    fclose(file);
    json_decref(json);
    return text;
}

START_TEST(the_catalogue_is_sound)
{
    for (size_t i = 0; i < fact_count(); i++) {
        const struct fact *row = fact_at(i);

        ck_assert_int_eq(fact_find(row->name), (int) i);
        ck_assert_msg(row->kinds && row->about && *row->about, "%s", row->name);
        ck_assert_msg(strspn(row->name, "abcdefghijklmnopqrstuvwxyz0123456789._") ==
                          strlen(row->name),
                      "%s", row->name);
        ck_assert_msg(!row->most || fact_find(row->most) >= 0, "%s", row->name);
        ck_assert_msg((row->type == FACT_WORD) == (row->words != NULL), "%s", row->name);
        if (row->words)
            ck_assert_uint_eq(fact_words(row), (size_t) row->high + 1);
        ck_assert_msg(row->better != FACT_LATER || row->words, "%s", row->name);
    }
    ck_assert_int_eq(fact_find("no.such.fact"), -1);
    ck_assert_str_eq(fact_near("tests.secret.pased"), "tests.secret.passed");
    ck_assert_ptr_null(fact_near("zzz"));
}
END_TEST

/* The lists of words and the names that are made of them do not drift apart. */
START_TEST(each_principle_aspect_and_section_has_its_facts)
{
    char name[80];

    for (size_t i = 0; fact_principles[i]; i++) {
        snprintf(name, sizeof(name), "findings.%s.must_fix", fact_principles[i]);
        ck_assert_msg(fact_find(name) >= 0, "%s", name);
    }
    for (size_t i = 0; fact_aspects[i]; i++) {
        snprintf(name, sizeof(name), "probes.%s.passed", fact_aspects[i]);
        ck_assert_msg(fact_find(name) >= 0, "%s", name);
        ck_assert_uint_lt(i, ASPECT_COUNT);
        ck_assert_str_eq(probe_aspect_name((enum probe_aspect) i), fact_aspects[i]);
    }
    for (size_t i = 0; fact_sections[i]; i++) {
        snprintf(name, sizeof(name), "readme.sections.%s", fact_sections[i]);
        ck_assert_msg(fact_find(name) >= 0, "%s", name);
    }
}
END_TEST

START_TEST(one_step_to_better_stays_in_bounds)
{
    static const struct {
        const char *name;
        double value, most, wanted; /* NAN: nothing better */
    } rows[] = {
        { "tests.secret.passed", 3, 20, 4 },
        { "tests.secret.passed", 20, 20, NAN },
        { "probes.failed", 1, INFINITY, 0 },
        { "probes.failed", 0, INFINITY, NAN },
        { "tests.accepted", 0, INFINITY, 1 },
        { "tests.accepted", 1, INFINITY, NAN },
        { "tests.verdict", 3, INFINITY, 4 },
        { "growth.time.verdict", 2, INFINITY, NAN },
        { "tests.secret.total", 3, INFINITY, NAN },
        { "code.duplicated_share", 0.005, INFINITY, 0 },
        { "tests.own.kill_rate", 0.5, INFINITY, 0.51 },
        { "session.minutes", 50, INFINITY, 45 },
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct fact *row = fact_at((size_t) fact_find(rows[i].name));
        double next = -1;
        bool better = fact_improve(row, rows[i].value, rows[i].most, &next);

        ck_assert_msg(better == !isnan(rows[i].wanted), "%s", rows[i].name);
        if (better)
            ck_assert_double_eq_tol(next, rows[i].wanted, 1e-9);
    }
}
END_TEST

START_TEST(a_name_or_value_that_is_wrong_is_a_fault)
{
    static const struct {
        const char *name;
        double value;
    } rows[] = { { "tests.secret.pased", 1 },    { "probes.failed", 1 },
                 { "tests.accepted", 2 },        { "tests.secret.passed", -1 },
                 { "tests.secret.passed", 1.5 }, { "code.duplicated_share", 1.01 } };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct evidence *evidence = NULL;

        ck_assert_int_eq(evidence_new(EVIDENCE_ALGORITHM, &evidence, &error), 0);
        ck_assert_int_eq(evidence_finish(evidence, &error), 0);
        evidence_set(evidence, rows[i].name, rows[i].value, SOURCE_TEST, "here");
        ck_assert_msg(evidence_finish(evidence, &error) == -EINVAL, "%s", rows[i].name);
        ck_assert_ptr_nonnull(strstr(error.message, rows[i].name));
        evidence_free(evidence);
    }
}
END_TEST

static json_t *finding(const char *severity, const char *principle)
{
    return json_pack("{ss ss ss ss}", "rule", "r", "severity", severity, "principle", principle,
                     "message", "m");
}

START_TEST(what_is_written_is_read_again_byte_for_byte)
{
    static const char *const files[] = { "a.py", "b\033[31m\xff.py" };
    struct evidence *one = NULL, *other = NULL;

    ck_assert_int_eq(evidence_new(EVIDENCE_SERVICE, &one, &error), 0);
    evidence_subject(one, "p", "A title", NULL, files, 2);
    evidence_set(one, "probes.passed", 3, SOURCE_TEST, "probes");
    evidence_set(one, "probes.total", 7, SOURCE_TEST, "probes");
    evidence_set(one, "tests.own.kill_rate", 2.0 / 3, SOURCE_MEASUREMENT, "make test");
    evidence_set_word(one, "tests.own.method", "http", SOURCE_MEASUREMENT, "make test");
    evidence_absent(one, "start.seconds", "exited with 1", SOURCE_MEASUREMENT, "python3 x.py");
    evidence_add_finding(one, finding("must fix", "data"));
    evidence_add_finding(one, finding("praise", "tests"));
    evidence_count_findings(one, "assay review");
    evidence_add_detail(one, "grade", json_pack("{si}", "passed", 3));
    ck_assert_int_eq(evidence_finish(one, &error), 0);
    ck_assert_double_eq(evidence_get(one, "findings.must_fix")->value, 1);
    ck_assert_double_eq(evidence_get(one, "findings.data.must_fix")->value, 1);
    ck_assert_double_eq(evidence_get(one, "findings.errors.must_fix")->value, 0);
    ck_assert_double_eq(evidence_get(one, "findings.praise")->value, 1);
    char *text = print(one);
    int status = evidence_read("e.json", text, strlen(text), &other, &error);
    ck_assert_msg(status == 0, "%s", error.message);
    char *again = print(other);
    ck_assert_str_eq(text, again);
    ck_assert_ptr_null(strchr(text, '\033'));
    ck_assert_str_eq(evidence_get(other, "start.seconds")->reason, "exited with 1");
    ck_assert_ptr_null(evidence_get(other, "build.works"));
    free(text);
    free(again);
    evidence_free(one);
    evidence_free(other);
}
END_TEST

#define HEAD                                                                                       \
    "{\"format\": \"assay-evidence\", \"version\": 1, \"kind\": \"algorithm\", \"subject\": {}, "
#define SOURCE "\"source\": {\"kind\": \"test\", \"where\": \"x\"}"
#define FACT(name, rest) HEAD "\"facts\": {\"" name "\": {" rest "}}}"

START_TEST(what_is_wrong_is_told_by_its_pointer)
{
    static const struct {
        const char *text, *part;
    } rows[] = {
        { "", "not JSON" },
        { "{", "not JSON" },
        { "[]", "expected an object, found a list" },
        { "{\"a\": 1, \"a\": 2}", "not JSON" },
        { "{}", "/format" },
        { "{\"format\": \"assay-scorecard\"}", "/format" },
        { "{\"format\": \"assay-evidence\", \"version\": 2}", "/version" },
        { "{\"format\": \"assay-evidence\", \"version\": 1, \"kind\": \"x\"}", "/kind" },
        { HEAD "\"facts\": 5}", "/facts: expected an object, found a whole number" },
        { HEAD "\"facts\": {}, \"extra\": 1}", "no key 'extra'" },
        { HEAD "\"facts\": {}, \"findings\": {}}", "/findings: expected a list" },
        { HEAD "\"facts\": {}, \"findings\": [{}]}",
          "/findings/0/rule: expected a text, found nothing" },
        { HEAD "\"facts\": {}, \"details\": []}", "/details" },
        { FACT("tests.x", ""), "/facts/tests.x: there is no such fact" },
        { FACT("a/b~c", ""), "/facts/a~1b~0c: there is no such fact" },
        { FACT("probes.failed", ""), "/facts/probes.failed: evidence of kind 'algorithm'" },
        { FACT("tests.accepted", SOURCE), "either 'value' or 'absent'" },
        { FACT("tests.accepted", "\"value\": true, \"absent\": \"x\", " SOURCE), "either" },
        { FACT("tests.accepted", "\"value\": true"), "/facts/tests.accepted/source: expected" },
        { FACT("tests.accepted", "\"value\": 1, " SOURCE),
          "/facts/tests.accepted/value: expected true or false, found a whole number" },
        { FACT("tests.verdict", "\"value\": \"OK\", " SOURCE), "expected one of CE, SV, RTE" },
        { FACT("tests.secret.passed", "\"value\": 1.5, " SOURCE), "expected a count" },
        { FACT("tests.secret.passed", "\"value\": -1, " SOURCE), "-1 is not between 0 and" },
        { FACT("tests.secret.passed", "\"value\": 1, \"unit\": \"s\", " SOURCE),
          "/facts/tests.secret.passed/unit: the unit is 'tests'" },
        { FACT("tests.accepted", "\"value\": true, \"x\": 1, " SOURCE), "no key 'x'" },
        { FACT("tests.accepted", "\"absent\": 5, " SOURCE), "/facts/tests.accepted/absent" },
        { FACT("tests.accepted", "\"value\": true, \"source\": {\"kind\": \"x\"}"), "source/kind" },
        { HEAD "\"facts\": {\"tests.secret.passed\": {\"value\": 3, " SOURCE
               "}, \"tests.secret.total\": {\"value\": 2, " SOURCE "}}}",
          "3 is more than tests.secret.total, 2" },
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct evidence *evidence = NULL;
        int status = evidence_read("e.json", rows[i].text, strlen(rows[i].text), &evidence, &error);

        ck_assert_msg(status == -EINVAL, "%s was taken", rows[i].text);
        ck_assert_msg(strstr(error.message, rows[i].part), "%s: %s", rows[i].text, error.message);
        ck_assert_str_eq(error.file, "e.json");
        ck_assert_ptr_null(evidence);
    }
}
END_TEST

/* ---- From what was judged ------------------------------------------------------------------- */

static struct trial_test tests[] = {
    { .name = "sample/1",
      .group = "sample",
      .verdict = VERDICT_AC,
      .judged = true,
      .cpu_s = 0.5,
      .memory_bytes = 5 },
    { .name = "secret/1",
      .group = "secret",
      .verdict = VERDICT_AC,
      .judged = true,
      .cpu_s = 1,
      .memory_bytes = 10 },
    { .name = "secret/2",
      .group = "secret",
      .verdict = VERDICT_WA,
      .judged = true,
      .cpu_s = 0.1,
      .memory_bytes = 1 },
    { .name = "secret/3", .group = "secret", .judged = false },
};

static double known(const struct evidence *evidence, const char *name)
{
    const struct evidence_fact *fact = evidence_get(evidence, name);

    ck_assert_msg(fact && fact->state == FACT_KNOWN, "%s", name);
    return fact->value;
}

static const char *absent(const struct evidence *evidence, const char *name)
{
    const struct evidence_fact *fact = evidence_get(evidence, name);

    ck_assert_msg(fact && fact->state == FACT_ABSENT, "%s", name);
    return fact->reason;
}

START_TEST(a_trial_becomes_evidence)
{
    struct trial trial = { .problem = "p",
                           .language = "c",
                           .verdict = VERDICT_WA,
                           .decided_by = "secret/2",
                           .time_limit_s = 2,
                           .memory_limit_bytes = 100,
                           .tests = tests,
                           .test_count = COUNT(tests) };
    struct evidence *evidence = NULL;

    ck_assert_int_eq(
        evidence_of_trial(&trial, "T", NULL, 0, NULL, "why not", NULL, &evidence, &error), 0);
    ck_assert_double_eq(known(evidence, "tests.verdict"), 3);
    ck_assert_double_eq(known(evidence, "tests.accepted"), 0);
    ck_assert_double_eq(known(evidence, "tests.samples.passed"), 1);
    ck_assert_double_eq(known(evidence, "tests.secret.passed"), 1);
    ck_assert_double_eq(known(evidence, "tests.secret.total"), 3);
    ck_assert_double_eq(known(evidence, "tests.first_failed_share"), 0.5);
    ck_assert_double_eq(known(evidence, "tests.slowest_share"), 0.5);
    ck_assert_double_eq(known(evidence, "tests.memory_share"), 0.1);
    ck_assert_str_eq(absent(evidence, "growth.time.verdict"), "why not");
    ck_assert_str_eq(evidence_get(evidence, "tests.verdict")->where, "secret/2");
    absent(evidence, "session.minutes");
    evidence_free(evidence);
}
END_TEST

START_TEST(an_unsure_growth_is_absent_with_its_reason)
{
    struct trial trial = { .problem = "p",
                           .language = "c",
                           .verdict = VERDICT_AC,
                           .time_limit_s = 2,
                           .memory_limit_bytes = 100,
                           .tests = tests,
                           .test_count = 2 };
    struct growth growth = { .time = { .class = GROWTH_LINEAR,
                                       .confidence = 0.9,
                                       .expected = "O(n)",
                                       .verdict = GROWTH_AS_EXPECTED,
                                       .family = "random" },
                             .space = { .class = GROWTH_UNKNOWN,
                                        .reason = "too few sizes",
                                        .expected = "O(1)",
                                        .verdict = GROWTH_UNSURE } };
    struct evidence_session session = { .minutes = 31 };
    struct evidence *evidence = NULL;

    ck_assert_int_eq(
        evidence_of_trial(&trial, "T", NULL, 0, &growth, NULL, &session, &evidence, &error), 0);
    ck_assert_double_eq(known(evidence, "growth.time.verdict"), 1);
    ck_assert_str_eq(fact_at((size_t) fact_find("growth.time.class"))
                         ->words[(size_t) known(evidence, "growth.time.class")],
                     "n");
    ck_assert_str_eq(absent(evidence, "growth.space.verdict"), "too few sizes");
    ck_assert_str_eq(absent(evidence, "growth.space.class"), "too few sizes");
    ck_assert_double_eq(known(evidence, "session.minutes"), 31);
    ck_assert_double_eq(known(evidence, "tests.first_failed_share"), 1);
    evidence_free(evidence);
}
END_TEST

START_TEST(what_does_not_compile_passed_nothing)
{
    struct trial_test none[] = { { .name = "secret/1", .group = "secret" } };
    struct trial trial = { .problem = "p",
                           .language = "c",
                           .verdict = VERDICT_CE,
                           .time_limit_s = 2,
                           .memory_limit_bytes = 100,
                           .tests = none,
                           .test_count = 1 };
    struct evidence *evidence = NULL;

    ck_assert_int_eq(evidence_of_trial(&trial, "T", NULL, 0, NULL, "no", NULL, &evidence, &error),
                     0);
    ck_assert_double_eq(known(evidence, "tests.verdict"), 0);
    ck_assert_double_eq(known(evidence, "tests.first_failed_share"), 0);
    ck_assert_double_eq(known(evidence, "tests.secret.passed"), 0);
    absent(evidence, "tests.slowest_share");
    evidence_free(evidence);
}
END_TEST

/* Every growth class, verdict and method of the parts to the left is a word of the catalogue. */
START_TEST(words_are_those_of_the_parts_that_find_them)
{
    const struct fact *class = fact_at((size_t) fact_find("growth.time.class"));
    const struct fact *verdict = fact_at((size_t) fact_find("growth.time.verdict"));
    const struct fact *method = fact_at((size_t) fact_find("tests.own.method"));

    for (enum growth_class i = GROWTH_CONSTANT; i < GROWTH_UNKNOWN; i++)
        ck_assert_int_eq(fact_word(class, growth_class_name(i)), GROWTH_EXPONENTIAL - (int) i);
    for (enum growth_verdict i = GROWTH_AS_EXPECTED; i < GROWTH_UNSURE; i++)
        ck_assert_int_ge(fact_word(verdict, growth_verdict_name(i)), 0);
    for (enum tests_method i = TESTS_NOT_MEASURABLE; i <= TESTS_BY_MUTANTS; i++)
        ck_assert_int_ge(fact_word(method, tests_method_name(i)), 0);
}
END_TEST

START_TEST(a_grading_becomes_evidence)
{
    static const struct probe first = { .id = "a", .aspect = ASPECT_SPECIFICATION };
    static const struct probe second = { .id = "b", .aspect = ASPECT_PERSISTENCE };
    struct probe_result results[] = { { .probe = &first, .status = PROBE_PASSED },
                                      { .probe = &second, .status = PROBE_FAILED },
                                      { .probe = &second, .status = PROBE_SKIPPED } };
    struct service_package package = { .slug = "s", .title = "S" };
    struct own_tests own = { .command = "make test",
                             .run = { .good = true },
                             .method = TESTS_OVER_HTTP,
                             .output = { .ok = true, .passed = 5 },
                             .killed = 3,
                             .total = 4,
                             .low = 0.3 };
    struct grading grading = {
        .package = &package,
        .directory = "d",
        .ready = true,
        .start_s = 0.25,
        .procfile = { .web = "run", .test = "make test", .source = "Procfile" },
        .results = results,
        .count = 3,
        .memory_bytes = 3 << 20,
        .own_tests = &own,
        .end_known = true,
        .stops = true
    };
    struct evidence *evidence = NULL;

    ck_assert_int_eq(evidence_of_grading(&grading, &evidence, &error), 0);
    ck_assert_double_eq(known(evidence, "probes.total"), 3);
    ck_assert_double_eq(known(evidence, "probes.failed"), 2);
    ck_assert_double_eq(known(evidence, "probes.specification.failed"), 0);
    ck_assert_double_eq(known(evidence, "probes.persistence.failed"), 2);
    absent(evidence, "probes.load.failed");
    ck_assert_double_eq(known(evidence, "tests.own.kill_rate"), 0.75);
    ck_assert_double_eq(known(evidence, "tests.own.failed"), 0);
    ck_assert_double_eq(known(evidence, "service.memory_peak"), 3);
    ck_assert_double_eq(known(evidence, "build.works"), 1);
    ck_assert_double_eq(known(evidence, "service.stops"), 1);
    ck_assert_double_eq(known(evidence, "service.logs"), 0);
    evidence_free(evidence);

    grading.ready = false;
    grading.not_ready = "it exited";
    grading.end_known = false;
    grading.own_tests = NULL;
    grading.procfile.test = NULL;
    ck_assert_int_eq(evidence_of_grading(&grading, &evidence, &error), 0);
    ck_assert_str_eq(absent(evidence, "start.seconds"), "it exited");
    ck_assert_str_eq(absent(evidence, "service.stops"), "it exited");
    ck_assert_double_eq(known(evidence, "start.works"), 0);
    ck_assert_double_eq(known(evidence, "tests.own.present"), 0);
    ck_assert_str_eq(absent(evidence, "tests.own.kill_rate"), "the repository has no tests");
    evidence_free(evidence);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("evidence_document");
    TCase *tcase = tcase_create("documents");

    tcase_add_test(tcase, the_catalogue_is_sound);
    tcase_add_test(tcase, each_principle_aspect_and_section_has_its_facts);
    tcase_add_test(tcase, one_step_to_better_stays_in_bounds);
    tcase_add_test(tcase, a_name_or_value_that_is_wrong_is_a_fault);
    tcase_add_test(tcase, what_is_written_is_read_again_byte_for_byte);
    tcase_add_test(tcase, what_is_wrong_is_told_by_its_pointer);
    tcase_add_test(tcase, a_trial_becomes_evidence);
    tcase_add_test(tcase, an_unsure_growth_is_absent_with_its_reason);
    tcase_add_test(tcase, what_does_not_compile_passed_nothing);
    tcase_add_test(tcase, words_are_those_of_the_parts_that_find_them);
    tcase_add_test(tcase, a_grading_becomes_evidence);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
