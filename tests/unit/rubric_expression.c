/* Conditions: what they mean, held to jq itself; and what is refused, with its reason. */

#include "judge/rubric/expression.h"

#include "judge/service/filter.h"
#include "tests/unit/unit.h"

#include <math.h>

/* libjq 1.6 loses a few bytes of what it could not compile. Looked for by the leak sanitizer alone.
 */
/* NOLINTNEXTLINE(bugprone-reserved-identifier): the sanitizer's name for it */
const char *__lsan_default_suppressions(void);
/* NOLINTNEXTLINE(bugprone-reserved-identifier) */
const char *__lsan_default_suppressions(void)
{
    return "leak:libjq.so";
}

static struct arena *arena;
static struct evidence *evidence;
static struct error error;

static void set_up(void)
{
    arena = arena_new();
    ck_assert_int_eq(evidence_new(EVIDENCE_ALGORITHM, &evidence, &error), 0);
}

static void tear_down(void)
{
    evidence_free(evidence);
    arena_free(arena);
}

static struct expression *parse(const char *text)
{
    struct expression *expression = NULL;
    int status = expression_parse(arena, text, "r.yaml", 7, &expression, &error);

    ck_assert_msg(status == 0, "%s: %s", text, error.message);
    return expression;
}

static void set(const char *name, double value)
{
    evidence_set(evidence, name, value, SOURCE_TEST, "here");
}

static void set_some(void)
{
    set("tests.secret.passed", 15);
    set("tests.secret.total", 20);
    set("tests.samples.passed", 0);
    set("tests.accepted", 0);
    set("tests.slowest_share", 0.3);
    set("session.own_inputs", 2);
    evidence_set_word(evidence, "growth.time.class", "n log n", SOURCE_MEASUREMENT, "here");
    evidence_set_word(evidence, "tests.verdict", "WA", SOURCE_TEST, "here");
    ck_assert_int_eq(evidence->fault_code, 0);
}

static const struct {
    const char *text;
    enum truth truth;
} rows[] = {
    { "true", TRUTH_TRUE },
    { "false", TRUTH_FALSE },
    { "fact(\"tests.secret.passed\") >= 15", TRUTH_TRUE },
    { "fact(\"tests.secret.passed\") > 15", TRUTH_FALSE },
    { "fact(\"tests.secret.passed\") <= 15 and fact(\"tests.secret.passed\") < 16", TRUTH_TRUE },
    { "fact(\"tests.secret.passed\") == 15 # a comment", TRUTH_TRUE },
    { "fact(\"tests.secret.passed\") != fact(\"tests.secret.total\")", TRUTH_TRUE },
    { "share(\"tests.secret.passed\") == 0.75", TRUTH_TRUE },
    { "fact(\"tests.accepted\")", TRUTH_FALSE },
    { "fact(\"tests.accepted\") | not", TRUTH_TRUE },
    { "fact(\"tests.accepted\") | not | not", TRUTH_FALSE },
    { "fact(\"tests.accepted\") or fact(\"tests.secret.passed\") > 1", TRUTH_TRUE },
    { "1 + 2 * 3 == 7", TRUTH_TRUE },
    { "(1 + 2) * 3 == 9", TRUTH_TRUE },
    { "10 - 3 - 2 == 5", TRUTH_TRUE },
    { "12 / 3 / 2 == 2", TRUTH_TRUE },
    { "1 < 2 and 2 > 3 or true", TRUTH_TRUE },
    { "true or true and false", TRUTH_TRUE },
    { "fact(\"growth.time.class\") == \"n log n\"", TRUTH_TRUE },
    { "fact(\"growth.time.class\") | IN(\"n\", \"n log n\")", TRUTH_TRUE },
    { "fact(\"growth.time.class\") | IN(\"n\", \"1\")", TRUTH_FALSE },
    { "at_least(\"growth.time.class\"; \"n^2\")", TRUTH_TRUE },
    { "at_least(\"growth.time.class\"; \"n\")", TRUTH_FALSE },
    { "at_least(\"tests.verdict\"; \"WA\")", TRUTH_TRUE },
    { "known(\"tests.verdict\")", TRUTH_TRUE },
    { "[1, fact(\"session.own_inputs\"), 5] | max == 5", TRUTH_TRUE },
    { "([1, fact(\"session.own_inputs\"), 5] | min) == 1", TRUTH_TRUE },
    { "([1, fact(\"session.own_inputs\"), 5] | add) == 8", TRUTH_TRUE },
    { "([1, 2, 3] | length) == 3", TRUTH_TRUE },
    { "[fact(\"tests.accepted\"), true] | any", TRUTH_TRUE },
    { "[fact(\"tests.accepted\"), true] | all", TRUTH_FALSE },
    { "(fact(\"tests.slowest_share\") * 10 | floor) == 3", TRUTH_TRUE },
    { "(fact(\"tests.slowest_share\") | ceil) == 1", TRUTH_TRUE },
    { "fact(\"tests.secret.passed\") | . >= 10 and . <= 16", TRUTH_TRUE },
    { "if fact(\"tests.accepted\") then false elif 1 == 2 then false else true end", TRUTH_TRUE },
    { "(if true then 1 else 2 end) == 1", TRUTH_TRUE },
    { "(false // true)", TRUTH_TRUE },
    { "(5 // 6) == 5", TRUTH_TRUE },
};

START_TEST(conditions_mean_what_they_say)
{
    set_some();
    for (size_t i = 0; i < COUNT(rows); i++)
        ck_assert_msg(expression_evaluate(parse(rows[i].text), evidence->facts) == rows[i].truth,
                      "%s", rows[i].text);
}
END_TEST

/* The prelude of docs/rubrics.md, over values by name and words in their order. */
static const char prelude[] =
    "def fact($n): $facts[$n] | if . == null then error(\"absent\") else . end;"
    "def known($n): $facts[$n] != null;"
    "def share($n): fact($n) / fact($most[$n]);"
    "def at_least($n; $w): fact($n) as $v | $words[$n] | index($v) >= index($w);";

static json_t *values_json(void)
{
    json_t *facts = json_object(), *words = json_object(), *most = json_object();

    for (size_t i = 0; i < fact_count(); i++) {
        const struct fact *row = fact_at(i);
        json_t *list = json_array();

        if (evidence->facts[i].state == FACT_KNOWN)
            json_object_set_new(facts, row->name, evidence_value(row, evidence->facts[i].value));
        for (size_t k = 0; row->words && row->words[k]; k++)
            json_array_append_new(list, json_string(row->words[k]));
        json_object_set_new(words, row->name, list);
        json_object_set_new(most, row->name, row->most ? json_string(row->most) : json_null());
    }
    return json_pack("{so so so}", "facts", facts, "words", words, "most", most);
}

START_TEST(jq_gives_the_same_answers)
{
    struct filter_names names = { 0 };
    struct filters *filters = NULL;
    char texts[COUNT(rows)][1200];
    size_t ids[COUNT(rows)];

    set_some();
    ck_assert_int_eq(filters_new(&filters, &error), 0);
    ck_assert_int_eq(filter_names_add(&names, "facts"), 0);
    ck_assert_int_eq(filter_names_add(&names, "words"), 0);
    ck_assert_int_eq(filter_names_add(&names, "most"), 0);
    for (size_t i = 0; i < COUNT(rows); i++) {
        snprintf(texts[i], sizeof(texts[i]), "%s %s\n", prelude, rows[i].text);
        ck_assert_int_eq(filters_add(filters, texts[i], "r", (int) i, &names, &ids[i], &error), 0);
    }
    int status = filters_compile(filters, &error);
    ck_assert_msg(status == 0, "%s", error.message);
    json_t *json = values_json();
    char *text = json_dumps(json, 0);
    jv variables = jv_parse(text);
    for (size_t i = 0; i < COUNT(rows); i++) {
        jv result;

        status = filters_run(filters, ids[i], jv_null(), variables, &result, &error);
        ck_assert_msg(status == 0, "%s: %s", rows[i].text, error.message);
        ck_assert_msg((jv_get_kind(result) == JV_KIND_TRUE) == (rows[i].truth == TRUTH_TRUE), "%s",
                      rows[i].text);
        jv_free(result);
    }
    jv_free(variables);
    free(text);
    json_decref(json);
    filters_free(filters);
    filter_names_clear(&names);
}
END_TEST

START_TEST(what_depends_on_a_missing_fact_is_unknown)
{
    static const struct {
        const char *text;
        enum truth truth;
    } cases[] = {
        { "fact(\"session.minutes\") < 35", TRUTH_UNKNOWN },
        { "fact(\"session.minutes\") < 35 | not", TRUTH_UNKNOWN },
        { "fact(\"session.minutes\") < 35 or true", TRUTH_TRUE },
        { "true or fact(\"session.minutes\") < 35", TRUTH_TRUE },
        { "fact(\"session.minutes\") < 35 or false", TRUTH_UNKNOWN },
        { "fact(\"session.minutes\") < 35 and false", TRUTH_FALSE },
        { "fact(\"session.minutes\") < 35 and true", TRUTH_UNKNOWN },
        { "(fact(\"session.minutes\") // 99) < 35", TRUTH_FALSE },
        { "(fact(\"session.minutes\") // 9) < 35", TRUTH_TRUE },
        { "known(\"session.minutes\")", TRUTH_FALSE },
        { "share(\"tests.samples.passed\") >= 0", TRUTH_UNKNOWN },
        { "1 / fact(\"tests.samples.passed\") > 0", TRUTH_UNKNOWN },
        { "[fact(\"session.minutes\"), 3] | max > 2", TRUTH_UNKNOWN },
        { "[fact(\"session.minutes\") > 1, true] | any", TRUTH_TRUE },
        { "if known(\"session.minutes\") then fact(\"session.minutes\") < 9 else true end",
          TRUTH_TRUE },
    };

    set_some();
    evidence_absent(evidence, "session.minutes", "no round", SOURCE_COMMAND, "here");
    for (size_t i = 0; i < COUNT(cases); i++)
        ck_assert_msg(expression_evaluate(parse(cases[i].text), evidence->facts) == cases[i].truth,
                      "%s", cases[i].text);
}
END_TEST

START_TEST(what_is_no_condition_is_refused_with_its_reason)
{
    static const struct {
        const char *text, *part;
    } cases[] = {
        { "", "ends too early" },
        { "5", "neither true nor false" },
        { "fact(\"tests.verdict\")", "neither true nor false" },
        { "fact(\"tests.secret.pased\") > 1", "there is no fact" },
        { "fact(\"tests.verdict\") == \"XX\"", "is never \"XX\"" },
        { "\"XX\" == fact(\"tests.verdict\")", "is never \"XX\"" },
        { "fact(\"tests.verdict\") >= \"WA\"", "only numbers have an order" },
        { "fact(\"tests.verdict\") == 5", "different types" },
        { "fact(\"tests.accepted\") >= 1", "different types" },
        { "at_least(\"tests.secret.passed\"; \"1\")", "for words" },
        { "at_least(\"tests.verdict\"; \"OK\")", "never 'OK'" },
        { "share(\"session.minutes\") > 1", "no share" },
        { "1 < 2 < 3", "do not follow one another" },
        { "fact(\"session.minutes\") // 1 > 2", "brackets" },
        { "1 + true == 2", "different types" },
        { "1 and 2", "between conditions" },
        { "def f: f; f", "not understood" },
        { "range(10) > 1", "not understood" },
        { "[range(1e9)] | length > 1", "not understood" },
        { "input", "not understood" },
        { ".", "stands for nothing" },
        { "not", "stands behind" },
        { "max > 1", "asked of an array" },
        { "[1, true] | any", "one type" },
        { "[1, 2] | any", "asked of conditions" },
        { "(true", "expected ')'" },
        { "true)", "not understood" },
        { "true true", "not understood" },
        { "fact(tests) > 1", "expected a text" },
        { "if true then 1 else false end", "different types" },
        { "fact(\"a\\n\") > 1", "no backslashes" },
        { "1e999 > 1", "no number" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct expression *expression = NULL;
        int status = expression_parse(arena, cases[i].text, "r.yaml", 7, &expression, &error);

        ck_assert_msg(status == -EINVAL, "%s was taken", cases[i].text);
        ck_assert_msg(strstr(error.message, cases[i].part), "%s: %s", cases[i].text, error.message);
        ck_assert_int_eq(error.line, 7);
    }
    ck_assert_ptr_nonnull(strstr(error.remedy, "docs/rubrics.md"));
}
END_TEST

START_TEST(depth_and_length_are_bounded)
{
    char text[EXPRESSION_BYTES + 10];
    struct expression *expression = NULL;

    memset(text, '(', EXPRESSION_BYTES);
    text[EXPRESSION_BYTES] = '\0';
    ck_assert_int_eq(expression_parse(arena, text, "r", 1, &expression, &error), -EINVAL);
    ck_assert_ptr_nonnull(strstr(error.message, "too deeply"));
    memset(text, ' ', EXPRESSION_BYTES + 1);
    text[EXPRESSION_BYTES + 1] = '\0';
    ck_assert_int_eq(expression_parse(arena, text, "r", 1, &expression, &error), -EINVAL);
    *text = '\0';
    for (int i = 0; i < EXPRESSION_NODES; i++)
        strcat(text, i ? "+1" : "1");
    strcat(text, "==1");
    ck_assert_int_eq(expression_parse(arena, text, "r", 1, &expression, &error), -EINVAL);
    ck_assert_ptr_nonnull(strstr(error.message, "too long"));
    /* One level less of everything is fine. */
    *text = '\0';
    for (int i = 0; i < EXPRESSION_DEPTH - 1; i++)
        strcat(text, "(");
    strcat(text, "true");
    for (int i = 0; i < EXPRESSION_DEPTH - 1; i++)
        strcat(text, ")");
    ck_assert_int_eq(expression_parse(arena, text, "r", 1, &expression, &error), 0);
}
END_TEST

START_TEST(facts_that_have_to_be_known_are_told)
{
    int minutes = fact_find("session.minutes");

    ck_assert(expression_needs(parse("fact(\"session.minutes\") > 1"), minutes));
    ck_assert(!expression_needs(parse("(fact(\"session.minutes\") // 1) > 1"), minutes));
    ck_assert(!expression_needs(
        parse("known(\"session.minutes\") and fact(\"session.minutes\") > 1"), minutes));
    ck_assert(!expression_needs(parse("fact(\"session.attempts\") > 1"), minutes));
    ck_assert(expression_names(parse("(fact(\"session.minutes\") // 1) > 1"), minutes));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("rubric_expression");
    TCase *tests = tcase_create("conditions");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, conditions_mean_what_they_say);
    tcase_add_test(tests, jq_gives_the_same_answers);
    tcase_add_test(tests, what_depends_on_a_missing_fact_is_unknown);
    tcase_add_test(tests, what_is_no_condition_is_refused_with_its_reason);
    tcase_add_test(tests, depth_and_length_are_bounded);
    tcase_add_test(tests, facts_that_have_to_be_known_are_told);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
