/* The shipped rules against their examples; the reader's faults; what reviewing leaves alone. */

#include "judge/review/rule.h"
#include "tests/unit/unit.h"

#include <errno.h>

static struct rules *shipped(void)
{
    struct rules *rules = NULL;
    struct rule_faults faults = { 0 };
    struct error error = { 0 };

    ck_assert_msg(rules_read("rubrics/review", &rules, &faults, &error) == 0, "%s", error.message);
    ck_assert_msg(faults.count == 0, "%s", faults.text.data);
    buffer_clear(&faults.text);
    for (int i = SYNTAX_NONE + 1; i < SYNTAX_LANGUAGES; i++)
        ck_assert_msg(rules_compile(rules, (enum syntax_language) i, &error) == 0, "%s:%d: %s",
                      error.file, error.line, error.message);
    return rules;
}

/* How many findings the fixture has of its own rule. */
static size_t found(struct rules *rules, const struct rule *rule, const struct source *files,
                    size_t count)
{
    const char *const only[] = { rule->id, NULL };
    const struct review_options options = { .only = only };
    struct review *review = NULL;
    struct error error = { 0 };

    ck_assert_msg(review_sources(rules, &options, files, count, &review, &error) == 0, "%s",
                  error.message);
    size_t findings = review->count;
    review_free(review);
    return findings;
}

static unsigned check_fixture(struct rules *rules, const struct rule *rule,
                              const struct rule_fixture *fixture, bool wanted)
{
    size_t count = found(rules, rule, fixture->files, fixture->count);

    if ((count > 0) == wanted)
        return 0;
    fprintf(stderr, "%s:%d: %s: %s\n", rule->file, fixture->line, rule->id,
            wanted ? "is not found here" : "is found here, and must not be");
    return 1;
}

START_TEST(each_rule_finds_its_hits_and_leaves_its_misses)
{
    struct rules *rules = shipped();
    unsigned faults = 0;

    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = rules->items[i];
        for (size_t k = 0; k < rule->hit_count; k++)
            faults += check_fixture(rules, rule, &rule->hits[k], true);
        for (size_t k = 0; k < rule->miss_count; k++)
            faults += check_fixture(rules, rule, &rule->misses[k], false);
    }
    ck_assert_uint_ge(rules->count, 30);
    ck_assert_msg(faults == 0, "%u examples of rules are wrong", faults);
    rules_free(rules);
}
END_TEST

/* What a query finds in TypeScript it finds in its dialect with JSX, too. */
START_TEST(typescript_fixtures_hold_in_tsx)
{
    struct rules *rules = shipped();
    unsigned faults = 0;

    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = rules->items[i];
        for (size_t k = 0; k < rule->hit_count; k++) {
            const struct rule_fixture *hit = &rule->hits[k];
            if (!(hit->language & RULE_BIT(SYNTAX_TSX)) || hit->count != 1)
                continue;
            struct source file = hit->files[0];
            if (strcmp(file.path, "source.ts") != 0)
                continue;
            file.path = "source.tsx";
            if (found(rules, rule, &file, 1) == 0)
                fprintf(stderr, "%s:%d: not found in TSX\n", rule->file, hit->line), faults++;
        }
    }
    ck_assert_uint_eq(faults, 0);
    rules_free(rules);
}
END_TEST

/* ---- Faults of rule files -----------------------------------------------------------------------
 */

#define HEAD_OF(severity)                                                                          \
    "id: a-rule\ntitle: T\nseverity: " severity "\nprinciple: errors\nwhy: W\nremedy: R\n"
#define HEAD HEAD_OF("must fix")
#define EXAMPLES "hits: {python: [f()]}\nmisses: {python: [g()]}\n"
#define FIND                                                                                       \
    "find: [{in: python, query: '(call function: (identifier) @f (#eq? @f f)) @hit', message: "    \
    "M}]\n"

static char *faults_of(const char *text)
{
    struct rules *rules = rules_new();
    struct rule_faults faults = { 0 };
    struct error error = { 0 };

    ck_assert_ptr_nonnull(rules);
    ck_assert_int_eq(rules_add(rules, "r.yaml", text, strlen(text), &faults, &error), 0);
    if (faults.count == 0 && rules->count && rules_compile(rules, SYNTAX_PYTHON, &error) < 0)
        ck_assert_int_gt(
            buffer_printf(&faults.text, "%s:%d: %s\n", error.file, error.line, error.message), -1);
    rules_free(rules);
    return faults.text.data;
}

START_TEST(faults_are_told_with_their_line)
{
    static const struct {
        const char *text, *fault;
    } rows[] = {
        { HEAD FIND EXAMPLES, NULL },
        { "5\n", "r.yaml:1: a rule, or a list of rules, is needed" },
        { "id: [\n", "r.yaml:2:" },
        { HEAD EXAMPLES, "'find' is missing" },
        { HEAD FIND, "'hits' is missing" },
        { HEAD FIND EXAMPLES "colour: red\n", "r.yaml:10: 'colour' is no key of this" },
        { "severity: fatal\n", "r.yaml:1: 'severity' cannot be 'fatal'" },
        { "id: A Rule\n", "r.yaml:1: an id is of small letters" },
        { HEAD "find: [{in: python, query: (call) @hit}]\n" EXAMPLES, "'message' is missing" },
        { HEAD "find: [{in: cobol, query: (call) @hit, message: M}]\n" EXAMPLES,
          "r.yaml:7: 'cobol' is no language of rules" },
        { HEAD "find: [{in: python, message: M}]\n" EXAMPLES, "one of 'query', 'pattern'" },
        { HEAD "find: [{in: python, pattern: '(', message: M}]\n" EXAMPLES, "r.yaml:7: pattern" },
        { HEAD "find: [{in: python, check: none, message: M}]\n" EXAMPLES,
          "'none' is no built-in check" },
        { HEAD "find: [{in: python, check: unique-unseen, message: M, file has: a}]\n" EXAMPLES,
          "r.yaml:7: beside 'check', the only condition is one on the repository" },
        { HEAD "find: [{in: python, check: unique-unseen, message: M, inside: module}]\n" EXAMPLES,
          "r.yaml:7: beside 'check', the only condition is one on the repository" },
        { HEAD "find: [{in: python, query: (call) @hit, message: M, file has: '['}]\n" EXAMPLES,
          "r.yaml:7: pattern" },
        { HEAD "find:\n  - in: python\n    message: M\n    query: |\n      (call)\n      (no_such) "
               "@hit\n" EXAMPLES,
          "r.yaml:12: rule 'a-rule', Python: query, byte 8: no such node" },
        { HEAD "find: [{in: python go, query: (call) @hit, message: M}]\n" EXAMPLES,
          "no hits or no misses in go" },
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO_FREE char *faults = faults_of(rows[i].text);
        if (!rows[i].fault)
            ck_assert_msg(!faults, "%s", faults);
        else
            ck_assert_msg(faults && strstr(faults, rows[i].fault), "row %zu: %s", i,
                          faults ? faults : "no fault");
    }
}
END_TEST

START_TEST(all_faults_of_a_file_are_told)
{
    AUTO_FREE char *faults = faults_of("severity: fatal\nprinciple: fun\n");

    ck_assert_ptr_nonnull(strstr(faults, "'severity' cannot"));
    ck_assert_ptr_nonnull(strstr(faults, "'principle' cannot"));
    ck_assert_ptr_nonnull(strstr(faults, "'id' is missing"));
}
END_TEST

/* ---- Conditions and places ----------------------------------------------------------------------
 */

static struct review *reviewed_as(const char *severity, bool graded, const char *conditions,
                                  const struct source *files, size_t count)
{
    AUTO_BUFFER struct buffer text = { 0 };
    struct rules *rules = rules_new();
    struct rule_faults faults = { 0 };
    struct error error = { 0 };
    struct review *review = NULL;
    const struct review_options options = { .graded = graded };

    ck_assert_int_eq(
        buffer_printf(&text,
                      HEAD_OF("%s") "find: [{in: python, query: '(call function: (identifier) "
                                    "@f arguments: (_) @a (#eq? @f f)) @hit', message: "
                                    "'at ${a}', %s}]\n" EXAMPLES,
                      severity, conditions),
        0);
    ck_assert_int_eq(rules_add(rules, "r.yaml", text.data, text.size, &faults, &error), 0);
    ck_assert_msg(faults.count == 0, "%s", faults.text.data);
    ck_assert_msg(review_sources(rules, &options, files, count, &review, &error) == 0, "%s",
                  error.message);
    rules_free(rules);
    return review;
}

static struct review *reviewed(const char *conditions, const struct source *files, size_t count)
{
    return reviewed_as("must fix", false, conditions, files, count);
}

START_TEST(hits_of_one_statement_are_one_finding)
{
    static const struct {
        const char *text;
        size_t found;
    } rows[] = {
        { "f(1)\nf(2)\n", 2 },
        { "f(1); f(2)\n", 1 },
        { "f(\n    f(1))\n", 1 },
        { "f(\n    f(1))\nf(2)\n", 2 },
        { "f(\n\n\n\n\n    f(1))\n", 1 },
        /* Too long for one thing. */
        { "f(\n\n\n\n\n\n    f(1))\n", 2 },
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct source file = { "a.py", (char *) rows[i].text, strlen(rows[i].text) };
        struct review *review = reviewed("has: f", &file, 1);
        ck_assert_msg(review->count == rows[i].found, "%s: %zu", rows[i].text, review->count);
        review_free(review);
    }
}
END_TEST

START_TEST(a_rule_that_covers_another_speaks_for_it)
{
    static const char lesser[] = HEAD FIND EXAMPLES;
    static const char greater[] =
        "id: b-rule\ntitle: T\nseverity: must fix\nprinciple: errors\nwhy: W\nremedy: R\n"
        "covers: a-rule\nfind: [{in: python, pattern: '(?<hit>f\\(1)', message: M}]\n" EXAMPLES;
    static char text[] = "f(2)\nf(1)\n";
    const struct source file = { "a.py", text, strlen(text) };
    const struct review_options options = { 0 };
    struct rules *rules = rules_new();
    struct rule_faults faults = { 0 };
    struct error error = { 0 };
    struct review *review = NULL;

    ck_assert_int_eq(rules_add(rules, "a.yaml", lesser, strlen(lesser), &faults, &error), 0);
    ck_assert_int_eq(rules_add(rules, "b.yaml", greater, strlen(greater), &faults, &error), 0);
    ck_assert_msg(faults.count == 0, "%s", faults.text.data);
    ck_assert_int_eq(review_sources(rules, &options, &file, 1, &review, &error), 0);
    ck_assert_uint_eq(review->count, 2);
    ck_assert_str_eq(review->findings[0].rule, "a-rule");
    ck_assert_int_eq(review->findings[0].line, 1);
    ck_assert_str_eq(review->findings[1].rule, "b-rule");
    ck_assert_int_eq(review->findings[1].line, 2);
    review_free(review);
    rules_free(rules);
}
END_TEST

START_TEST(conditions_look_where_they_say)
{
    static const char text[] =
        "# word in a comment\n"
        "def g():\n    before()\n    for x in y:\n        f(1) # why\n    after()\n"
        "def h():\n    other()\n";
    static const struct {
        const char *conditions;
        bool holds;
    } rows[] = {
        { "has: '1'", true },
        { "has: '2'", false },
        { "inside: for_statement", true },
        { "inside: while_statement", false },
        { "outside: for_statement", false },
        { "inside: for_statement, inside has: 'in y'", true },
        { "inside: for_statement, inside has not: 'in y'", false },
        { "before has: before", true },
        { "before has: after", false },
        { "after has: after", true },
        { "after has: before", false },
        { "function has: before", true },
        { "function has: other", false },
        { "commented has: why", true },
        { "has: why", false },
        { "file has: other", true },
        { "file has: word", false }, /* a comment is no code */
        { "file has not: [other, nothing]", false },
        { "repository has: 'elsewhere\\('", true },
        { "repository has not: 'in_a_test\\('", true },
        { "repository has: '${f}_elsewhere\\('", true },
        { "repository has: '${f}_nowhere\\('", false },
        { "repository has not: '${f}_elsewhere\\('", false },
        { "has: '${a}'", true },
        { "after has: '${a}'", false },
    };
    const struct source files[] = { { "a.py", (char *) text, sizeof(text) - 1 },
                                    { "b.py", (char *) "elsewhere()\nf_elsewhere()\n", 26 },
                                    { "tests/test_b.py", (char *) "in_a_test()\n", 12 } };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct review *review = reviewed(rows[i].conditions, files, COUNT(files));
        ck_assert_msg((review->count == 1) == rows[i].holds, "%s: %zu", rows[i].conditions,
                      review->count);
        review_free(review);
    }
}
END_TEST

/* The findings of a pattern for look(name), with conditions. */
static size_t looked(const char *conditions, const char *text)
{
    AUTO_BUFFER struct buffer rule = { 0 };
    struct rules *rules = rules_new();
    struct rule_faults faults = { 0 };
    struct error error = { 0 };
    struct review *review = NULL;
    const struct review_options options = { 0 };
    const struct source files[] = { { "a.py", (char *) text, strlen(text) } };

    ck_assert_int_eq(
        buffer_printf(&rule,
                      HEAD "find: [{in: python, pattern: '(?<hit>look\\((?<name>\\w+)\\))', "
                           "message: M%s}]\n" EXAMPLES,
                      conditions),
        0);
    ck_assert_int_eq(rules_add(rules, "r.yaml", rule.data, rule.size, &faults, &error), 0);
    ck_assert_msg(faults.count == 0, "%s", faults.text.data);
    ck_assert_msg(review_sources(rules, &options, files, 1, &review, &error) == 0, "%s",
                  error.message);
    size_t count = review->count;
    review_free(review);
    rules_free(rules);
    return count;
}

START_TEST(a_captured_name_is_known_in_any_spelling)
{
    static const char loose[] = ", repository has not: '(?i)unique \\b${~name}\\b'";

    ck_assert_uint_eq(looked(loose, "look(itemCode)\nunique = item_code\n"), 1);
    ck_assert_uint_eq(looked(loose, "look(itemCode)\nunique item_code\n"), 0);
    ck_assert_uint_eq(looked(loose, "look(item_code)\nunique itemCode\n"), 0);
    ck_assert_uint_eq(looked(loose, "look(item_code)\nunique item_codes\n"), 1);
    ck_assert_uint_eq(
        looked(", repository has not: 'unique ${name}'", "look(itemCode)\nunique item_code\n"), 1);
}
END_TEST

START_TEST(a_text_that_talks_of_code_is_none)
{
    ck_assert_uint_eq(looked("", "x = look(a)\n"), 1);
    ck_assert_uint_eq(looked("", "x = 'look(a)'\n"), 0);
    ck_assert_uint_eq(looked("", "'''\nlook(a)\n'''\n"), 0);
    ck_assert_uint_eq(looked("", "x = f'is {look(a)}'\n"), 1);
}
END_TEST

START_TEST(a_finding_has_its_place_code_and_fingerprint)
{
    const struct source one[] = { { "a.py", (char *) "x = 1\nif x:\n    f(2)\n", 21 } };
    const struct source other[] = { { "a.py", (char *) "\n\n\nif x:\n  f( 2 )\nf(2)\n", 24 } };
    struct review *review = reviewed("has: f", one, 1), *later = reviewed("has: f", other, 1);
    const struct finding *finding = &review->findings[0];

    ck_assert_uint_eq(review->count, 1);
    ck_assert_str_eq(finding->file, "a.py");
    ck_assert_str_eq(finding->message, "at (2)");
    ck_assert_str_eq(finding->code, "f(2)");
    ck_assert_int_eq(finding->line, 3);
    ck_assert_int_eq(finding->column, 5);
    ck_assert_int_eq(finding->end_line, 3);
    ck_assert_int_eq(finding->end_column, 9);
    ck_assert_uint_eq(strlen(finding->fingerprint), 16);
    ck_assert_uint_eq(later->count, 2);
    ck_assert_str_eq(later->findings[0].fingerprint, finding->fingerprint);
    ck_assert_str_ne(later->findings[1].fingerprint, finding->fingerprint);
    review_free(review);
    review_free(later);
}
END_TEST

START_TEST(generated_and_test_sources_are_left_alone)
{
    const struct source files[] = {
        { "gen.py", (char *) "# Code generated by x. DO NOT EDIT.\nf(1)\n", 42 },
        { "tests/test_a.py", (char *) "f(1)\n", 5 },
    };
    /* An annotation that only begins like the word of generators. */
    const struct source written[] = { { "a.py", (char *) "# @GeneratedValue\nf(1)\n", 23 } };
    struct review *review = reviewed("has: f", files, COUNT(files));
    struct review *own = reviewed("has: f", written, 1);

    ck_assert_uint_eq(own->count, 1);
    review_free(own);

    ck_assert_uint_eq(review->count, 0);
    ck_assert_uint_eq(review->measures.test_files, 1);
    ck_assert_uint_eq(review->measures.files, 0);
    ck_assert_uint_eq(review->generated_count, 1);
    ck_assert_str_eq(review->generated[0], "gen.py");
    review_free(review);
}
END_TEST

/* Anybody can write it. */
START_TEST(a_generated_head_hides_neither_size_nor_what_must_be_fixed_where_it_is_graded)
{
    static const struct {
        const char *severity;
        size_t found;
    } rows[] = { { "must fix", 2 }, { "should fix", 1 }, { "consider", 1 }, { "praise", 1 } };
    char head[] = "# @generated\n# x = compute(y)\n# return x.get('a')\n\n"
                  "def g(data1):\n    f(1)\n    return 4711\n";
    char plain[] = "def h():\n    f(1)\n    return 0\n";
    const struct source files[] = { { "a.py", plain, strlen(plain) },
                                    { "gen.py", head, strlen(head) } };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct review *review = reviewed_as(rows[i].severity, true, "has: f", files, COUNT(files));
        ck_assert_uint_eq(review->count, rows[i].found);
        ck_assert_uint_eq(review->measures.files, 2);
        ck_assert_uint_eq(review->measures.lines, 6);
        ck_assert_uint_eq(review->measures.functions, 2);
        ck_assert_uint_eq(review->measures.commented_out, 0);
        ck_assert_uint_eq(review->measures.magic_numbers, 0);
        ck_assert_uint_eq(review->generated_count, 1);
        ck_assert_str_eq(review->generated[0], "gen.py");
        review_free(review);
    }
}
END_TEST

START_TEST(lines_that_nobody_writes_are_left_alone_and_named)
{
    char line[1000] = { 0 };
    const struct source files[] = { { "packed.py", line, sizeof(line) - 1 } };

    memset(line, '1', sizeof(line) - 1);
    line[0] = 'f';
    line[1] = '(';
    line[sizeof(line) - 2] = ')';
    struct review *review = reviewed_as("must fix", true, "has: f", files, COUNT(files));
    ck_assert_uint_eq(review->count, 0);
    ck_assert_uint_eq(review->generated_count, 1);
    review_free(review);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("review/rules");
    TCase *fixtures = tcase_create("fixtures"), *faults = tcase_create("faults");
    TCase *conditions = tcase_create("conditions");

    tcase_set_timeout(fixtures, 120);
    tcase_add_test(fixtures, each_rule_finds_its_hits_and_leaves_its_misses);
    tcase_add_test(fixtures, typescript_fixtures_hold_in_tsx);
    tcase_add_test(faults, faults_are_told_with_their_line);
    tcase_add_test(faults, all_faults_of_a_file_are_told);
    tcase_add_test(conditions, a_rule_that_covers_another_speaks_for_it);
    tcase_add_test(conditions, conditions_look_where_they_say);
    tcase_add_test(conditions, hits_of_one_statement_are_one_finding);
    tcase_add_test(conditions, a_captured_name_is_known_in_any_spelling);
    tcase_add_test(conditions, a_text_that_talks_of_code_is_none);
    tcase_add_test(conditions, a_finding_has_its_place_code_and_fingerprint);
    tcase_add_test(conditions, generated_and_test_sources_are_left_alone);
    tcase_add_test(conditions,
                   a_generated_head_hides_neither_size_nor_what_must_be_fixed_where_it_is_graded);
    tcase_add_test(conditions, lines_that_nobody_writes_are_left_alone_and_named);
    suite_add_tcase(suite, fixtures);
    suite_add_tcase(suite, faults);
    suite_add_tcase(suite, conditions);
    return suite;
}

UNIT_MAIN(make_suite)
