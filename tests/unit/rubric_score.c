/*
 * Rubrics: how levels come about, what is missing, inheritance, what `assay rubric check` finds,
 * and the property that all shipped rubrics have: no fact that gets better lowers a level. The
 * tests run in the root of the checkout, where rubrics/ is.
 */

#include "judge/rubric/rubric.h"

#include "judge/rubric/level.h"
#include "tests/unit/unit.h"

#include <stdint.h>

static struct error error;

/* ---- Reading -------------------------------------------------------------------------------- */

/* Other rubrics, by name. */
static const char *const others[][2] = {
    { "base",
      "rubric: base\nfor: algorithm\ncriteria:\n"
      "  - id: a\n    weight: 0.5\n    levels:\n      1: one\n"
      "      2: {anchor: two, when: fact(\"tests.secret.passed\") >= 1}\n"
      "      3: {anchor: three, when: fact(\"tests.secret.passed\") >= 2}\n"
      "      4: {anchor: four, when: fact(\"tests.secret.passed\") >= 3}\n"
      "  - {id: p, weight: 0.5, rated by: person, levels: {1: one, 2: two, 3: three, 4: four}}\n"
      "gates:\n  - {id: g, that: fact(\"tests.accepted\"), at most: 2}\n"
      "overall:\n  scored: 0\n  levels: {2: {score: 1.5}, 3: {score: 2.5}, 4: {score: 3.5}}\n" },
    { "ring", "rubric: ring\nextends: ring2\n" },
    { "ring2", "rubric: ring2\nextends: ring\n" },
};

static int load(void *context, const char *name, const char *from, char **ret_text,
                size_t *ret_size, char **ret_path, struct error *fault)
{
    (void) context;
    (void) from;
    for (size_t i = 0; i < COUNT(others); i++) {
        if (strcmp(others[i][0], name) != 0)
            continue;
        *ret_text = strdup(others[i][1]);
        *ret_size = strlen(*ret_text);
        *ret_path = strdup(name);
        return 0;
    }
    return error_set(fault, -ENOENT, "there is no rubric '%s'", name);
}

static const struct rubric_source source = { .load = load };

static struct rubric *read_text(const char *text)
{
    struct rubric *rubric = NULL;
    int status = rubric_read("r.yaml", text, strlen(text), &source, &rubric, &error);

    ck_assert_msg(status == 0, "%d: %s", error.line, error.message);
    return rubric;
}

static int load_shipped(void *context, const char *name, const char *from, char **ret_text,
                        size_t *ret_size, char **ret_path, struct error *fault)
{
    char path[100];
    size_t capacity = 0;

    (void) context;
    (void) from;
    (void) fault;
    snprintf(path, sizeof(path), "rubrics/%s.yaml", name);
    FILE *file = fopen(path, "r");
    ck_assert_msg(file, "%s", path);
    *ret_text = NULL;
    ck_assert_int_gt(getdelim(ret_text, &capacity, '\0', file), 0);
    *ret_size = strlen(*ret_text);
    *ret_path = strdup(path);
    fclose(file);
    return 0;
}

static struct rubric *read_shipped(const char *name)
{
    static const struct rubric_source shipped = { .load = load_shipped };
    struct rubric *rubric = NULL;
    char *text, *path;
    size_t size;

    load_shipped(NULL, name, NULL, &text, &size, &path, &error);
    int status = rubric_read(path, text, size, &shipped, &rubric, &error);
    ck_assert_msg(status == 0, "%s:%d: %s", error.file, error.line, error.message);
    free(text);
    free(path);
    return rubric;
}

START_TEST(a_rubric_inherits_and_overrides)
{
    struct rubric *rubric = read_text(
        "rubric: child\nextends: base\ntitle: Child\ncriteria:\n"
        "  - id: a\n    weight: 0.25\n    levels:\n"
        "      4: {anchor: other, when: fact(\"tests.secret.passed\") >= 9}\n"
        "  - {id: new, weight: 0.25, rated by: person, levels: {1: a, 2: b, 3: c, 4: d}}\n"
        "overall:\n  levels: {4: {score: 3.9}}\n");

    ck_assert_str_eq(rubric->id, "child");
    ck_assert_uint_eq(rubric->kinds, EVIDENCE_ALGORITHM);
    ck_assert_uint_eq(rubric->count, 3);
    ck_assert_str_eq(rubric->criteria[0]->id, "a");
    ck_assert_double_eq(rubric->criteria[0]->weight, 0.25);
    ck_assert_str_eq(rubric->criteria[0]->levels[4].anchor, "other");
    ck_assert_str_eq(rubric->criteria[0]->levels[3].anchor, "three");
    ck_assert_str_eq(rubric->criteria[0]->levels[3].file, "base");
    ck_assert_str_eq(rubric->criteria[2]->id, "new");
    ck_assert_double_eq(rubric->overall[4].score, 3.9);
    ck_assert_double_eq(rubric->overall[3].score, 2.5);
    ck_assert_uint_eq(rubric->gate_count, 1);
    rubric_free(rubric);
    rubric = read_text("rubric: child\nextends: base\ncriteria:\n  - {id: p, drop: true}\n"
                       "  - {id: a, weight: 1}\n");
    ck_assert_uint_eq(rubric->count, 1);
    rubric_free(rubric);
}
END_TEST

#define CRITERIA "rubric: r\nfor: algorithm\ncriteria:\n"

START_TEST(what_cannot_be_read_is_told_at_its_line)
{
    static const struct {
        const char *text;
        int line;
        const char *part;
    } rows[] = {
        { "", 1, "the file is empty" },
        { "title: x\n", 1, "begins with its id" },
        { "rubric: Big\n", 1, "begins with its id" },
        { "rubric: r\nfor: algorithm\n", 1, "needs 'criteria'" },
        { "rubric: r\ncriteria:\n  - {id: a}\n", 1, "says what it is for" },
        { "rubric: r\nfor: games\n", 2, "not 'games'" },
        { "rubric: r\nextra: 1\n", 2, "no key 'extra'" },
        { "rubric: r\nmissing: level 5\n", 2, "missing is one of" },
        { "rubric: r\nextends: nowhere\n", 2, "there is no rubric 'nowhere'" },
        { "rubric: r\nextends: ring\n", 2, "a ring" },
        { CRITERIA "  - {weight: 1}\n", 4, "needs an 'id'" },
        { CRITERIA "  - {id: a, weight: 2}\n", 4, "not between" },
        { CRITERIA "  - {id: a}\n  - {id: a}\n", 5, "here twice" },
        { CRITERIA "  - {id: a, drop: true}\n", 4, "no such criterion" },
        { CRITERIA "  - {id: a, rated by: dog}\n", 4, "person or evidence" },
        { CRITERIA "  - id: a\n    levels:\n      5: x\n", 6, "levels are 1" },
        { CRITERIA "  - id: a\n    levels:\n      1: {when: \"true\"}\n", 6, "no conditions" },
        { CRITERIA "  - id: a\n    levels:\n      2:\n        when:\n          - x > 1\n", 8,
          "not understood" },
        { CRITERIA "  - id: a\n    levels:\n      2:\n        when:\n          - {says: x}\n", 8,
          "'that' is missing" },
        { CRITERIA "  - id: a\n    levels:\n      2:\n        when:\n"
                   "          - {that: \"true\", says: \"{no.fact}\"}\n",
          8, "no fact 'no.fact'" },
        { CRITERIA "  - id: a\n    levels:\n      2:\n        when:\n"
                   "          - {that: \"true\", says: \"{tests\"}\n",
          8, "without '}'" },
        { CRITERIA "  - id: a\n    caps: [{when: \"true\"}]\n", 5, "'at most'" },
        { CRITERIA "  - id: a\ngates:\n  - {id: g}\n", 6, "'that' is missing" },
        { CRITERIA "  - id: a\noverall:\n  levels: {1: {score: 1}}\n", 6, "recommendations are 2" },
        { CRITERIA "  - id: a\noverall:\n  levels: {2: {needs: [a]}}\n", 6, "needs is a map" },
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct rubric *rubric = NULL;
        int status =
            rubric_read("r.yaml", rows[i].text, strlen(rows[i].text), &source, &rubric, &error);

        ck_assert_msg(status < 0, "%s was taken", rows[i].text);
        ck_assert_msg(strstr(error.message, rows[i].part), "%s: %s", rows[i].text, error.message);
        if (!strstr(rows[i].text, "ring"))
            ck_assert_msg(error.line == rows[i].line, "%s: line %d", rows[i].text, error.line);
        ck_assert_ptr_null(rubric);
    }
}
END_TEST

/* ---- Levels --------------------------------------------------------------------------------- */

static struct evidence *new_evidence(void)
{
    struct evidence *evidence = NULL;

    ck_assert_int_eq(evidence_new(EVIDENCE_ALGORITHM, &evidence, &error), 0);
    return evidence;
}

static void set(struct evidence *evidence, const char *name, double value)
{
    evidence_set(evidence, name, value, SOURCE_TEST, "here");
    ck_assert_int_eq(evidence->fault_code, 0);
}

/* Of what `missing:` says, the level with tests.secret.passed as given (-1: not known), where level
 * 3 asks for session.minutes, too, which nobody knows. */
static int level_with(const char *missing, double passed)
{
    char text[900];
    struct evidence *evidence = new_evidence();

    snprintf(text, sizeof(text),
             "rubric: r\nfor: algorithm\nmissing: %s\ncriteria:\n  - id: a\n    weight: 1\n"
             "    levels:\n      2: {anchor: x, when: fact(\"tests.secret.passed\") >= 1}\n"
             "      3:\n        anchor: x\n        when:\n"
             "          - fact(\"tests.secret.passed\") >= 2\n"
             "          - fact(\"session.minutes\") <= 35\n"
             "      4: {anchor: x, when: fact(\"tests.secret.passed\") >= 3}\n",
             missing);
    struct rubric *rubric = read_text(text);
    if (passed >= 0)
        set(evidence, "tests.secret.passed", passed);
    int level = criterion_level(rubric, rubric->criteria[0], evidence->facts);
    rubric_free(rubric);
    evidence_free(evidence);
    return level;
}

START_TEST(missing_evidence_is_handled_as_the_rubric_says)
{
    static const struct {
        const char *missing;
        int levels[5]; /* with 0 to 3 passed tests, and with an unknown number */
    } rows[] = {
        { "open", { 0, 0, 0, 0, 0 } },    { "lowest", { 1, 1, 1, 1, 1 } },
        { "skip", { 1, 2, 3, 4, 0 } },    { "level 3", { 1, 2, 3, 4, 3 } },
        { "level 2", { 1, 2, 2, 2, 2 } }, { "level 4", { 1, 2, 3, 4, 4 } },
    };

    for (size_t i = 0; i < COUNT(rows); i++)
        for (int passed = 0; passed < 5; passed++)
            ck_assert_msg(level_with(rows[i].missing, passed == 4 ? -1 : passed) ==
                              rows[i].levels[passed],
                          "%s, %d: %d", rows[i].missing, passed,
                          level_with(rows[i].missing, passed == 4 ? -1 : passed));
}
END_TEST

static json_t *score(const struct rubric *rubric, const struct evidence *evidence,
                     const struct rating *ratings, size_t count)
{
    json_t *card = NULL;
    int status = rubric_score(rubric, evidence, ratings, count, &card, &error);

    ck_assert_msg(status == 0, "%s", error.message);
    return card;
}

static json_int_t overall_level(const json_t *card)
{
    return json_integer_value(json_object_get(json_object_get(card, "overall"), "level"));
}

START_TEST(levels_weights_and_gates_combine)
{
    static const struct {
        double passed, accepted;
        int rating; /* of p; 0: none */
        double score;
        int level;
    } rows[] = {
        { 3, 1, 4, 4, 4 }, { 3, 1, 0, 4, 4 }, { 3, 1, 2, 3, 3 },
        { 3, 0, 4, 4, 2 }, { 0, 0, 0, 1, 1 }, { 2, 1, 1, 2, 2 },
    };
    struct rubric *rubric = read_text(others[0][1]);

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct evidence *evidence = new_evidence();
        struct rating rating = { "p", rows[i].rating };

        set(evidence, "tests.secret.passed", rows[i].passed);
        set(evidence, "tests.accepted", rows[i].accepted);
        json_t *card = score(rubric, evidence, &rating, rows[i].rating != 0);
        ck_assert_int_eq(overall_level(card), rows[i].level);
        ck_assert_double_eq(
            json_number_value(json_object_get(json_object_get(card, "overall"), "score")),
            rows[i].score);
        ck_assert_uint_eq(json_array_size(json_object_get(card, "open")), rows[i].rating == 0);
        json_decref(card);
        evidence_free(evidence);
    }
    rubric_free(rubric);
}
END_TEST

START_TEST(ratings_and_kinds_are_checked)
{
    static const struct rating bad[] = { { "nobody", 2 }, { "p", 5 }, { "p", 0 } };
    struct rubric *rubric = read_text(others[0][1]);
    struct evidence *evidence = new_evidence(), *service = NULL;
    json_t *card = NULL;

    for (size_t i = 0; i < COUNT(bad); i++)
        ck_assert_int_eq(rubric_score(rubric, evidence, &bad[i], 1, &card, &error), -EINVAL);
    ck_assert_int_eq(evidence_new(EVIDENCE_SERVICE, &service, &error), 0);
    ck_assert_int_eq(rubric_score(rubric, service, NULL, 0, &card, &error), -EINVAL);
    ck_assert_ptr_nonnull(strstr(error.message, "not for evidence of kind 'service'"));
    evidence_free(evidence);
    evidence_free(service);
    rubric_free(rubric);
}
END_TEST

/* Every reason names facts, and `next` leads where it says. */
START_TEST(the_smallest_change_reaches_the_next_level)
{
    struct rubric *rubric =
        read_text("rubric: r\nfor: algorithm\ncriteria:\n  - id: a\n    weight: 1\n    levels:\n"
                  "      2: {anchor: x, when: share(\"tests.secret.passed\") >= 0.5}\n"
                  "      3:\n        anchor: x\n        when:\n"
                  "          - share(\"tests.secret.passed\") >= 0.9\n"
                  "          - fact(\"code.debug_output\") + fact(\"code.commented_out\") <= 2\n"
                  "      4: {anchor: x, when: at_least(\"growth.time.verdict\"; \"as expected\")}\n"
                  "    caps: [{at most: 3, when: fact(\"findings.must_fix\") > 0}]\n");
    struct evidence *evidence = new_evidence();
    struct change changes[CHANGES_MOST];
    const struct criterion *criterion = rubric->criteria[0];

    set(evidence, "tests.secret.passed", 3);
    set(evidence, "tests.secret.total", 20);
    set(evidence, "code.debug_output", 4);
    set(evidence, "code.commented_out", 1);
    set(evidence, "findings.must_fix", 7);
    evidence_set_word(evidence, "growth.time.verdict", "worse", SOURCE_TEST, "x");
    ck_assert_int_eq(criterion_level(rubric, criterion, evidence->facts), 1);
    ck_assert_uint_eq(criterion_changes(rubric, criterion, evidence->facts, 2, changes), 1);
    ck_assert_str_eq(fact_at((size_t) changes[0].fact)->name, "tests.secret.passed");
    ck_assert_double_eq(changes[0].to, 10);
    ck_assert_uint_eq(criterion_changes(rubric, criterion, evidence->facts, 3, changes), 2);
    ck_assert_double_eq(changes[0].to, 18);
    ck_assert_str_eq(fact_at((size_t) changes[1].fact)->name, "code.debug_output");
    ck_assert_double_eq(changes[1].to, 1);
    ck_assert_uint_eq(criterion_changes(rubric, criterion, evidence->facts, 4, changes), 4);
    for (size_t i = 0; i < 4; i++)
        evidence->facts[changes[i].fact].value = changes[i].to;
    ck_assert_int_eq(criterion_level(rubric, criterion, evidence->facts), 4);
    evidence_free(evidence);
    rubric_free(rubric);
}
END_TEST

/* ---- Checking ------------------------------------------------------------------------------- */

#define LEVELS(two, three, four)                                                                   \
    CRITERIA "  - id: a\n    weight: 1\n    levels:\n      1: one\n"                               \
             "      2: {anchor: x, when: '" two "'}\n      3: {anchor: x, when: '" three "'}\n"    \
             "      4: {anchor: x, when: '" four "'}\n"
#define OVERALL "overall:\n  levels: {2: {score: 2}, 3: {score: 3}, 4: {score: 3.5}}\n"
#define PASSED "fact(\"tests.secret.passed\")"

START_TEST(what_is_wrong_with_a_rubric_is_found)
{
    static const struct {
        const char *text;
        int line;
        const char *part; /* NULL: nothing is wrong */
    } rows[] = {
        { LEVELS(PASSED " >= 1", PASSED " >= 2", PASSED " >= 3") OVERALL, 0, NULL },
        { LEVELS(PASSED " >= 1", PASSED " >= 2", PASSED " >= 2") OVERALL, 10, "bounds overlap" },
        { LEVELS(PASSED " >= 3", PASSED " >= 2", PASSED " >= 9") OVERALL, 9, "bounds overlap" },
        { LEVELS(PASSED " >= 1", PASSED " >= 2", PASSED " > fact(\"tests.secret.total\")") OVERALL,
          10, "never true" },
        { LEVELS(PASSED " >= 0", PASSED " >= 2", PASSED " >= 3") OVERALL, 8, "always true" },
        { LEVELS(PASSED " >= 1", "fact(\"tests.accepted\")", "1 == 1") OVERALL, 10,
          "names no fact" },
        { LEVELS(PASSED " >= 1", PASSED " >= 2", "fact(\"probes.failed\") == 0") OVERALL, 10,
          "never part of the evidence" },
        { LEVELS(PASSED " >= 1", PASSED " <= 50", PASSED " >= 60") OVERALL, 10,
          "level 4 (strong hire) cannot be reached" },
        { LEVELS("fact(\"session.minutes\") <= 50", "fact(\"session.minutes\") <= 40",
                 "fact(\"session.attempts\") >= 3") OVERALL,
          4, "when session.attempts gets better" },
        { LEVELS("fact(\"session.minutes\") >= 5", "fact(\"tests.accepted\")",
                 "fact(\"session.attempts\") <= 3") OVERALL,
          4, "when session.minutes gets better" },
        { LEVELS(PASSED " >= 1", PASSED " >= 2",
                 PASSED
                 " >= 3") "overall:\n  levels: {2: {score: 2}, 3: {score: 1.9}, 4: {score: 3}}\n",
          12, "bounds overlap: level 3" },
        { LEVELS(PASSED " >= 1", PASSED " >= 2",
                 PASSED " >= 3") "overall:\n  levels: {2: {score: 2}, 3: {score: 3}}\n",
          12, "says nothing" },
        { LEVELS(PASSED " >= 1", PASSED " >= 2", PASSED " >= 3"), 1, "'overall' is missing" },
        { LEVELS(PASSED " >= 1", PASSED " >= 2", PASSED " >= 3") OVERALL
          "gates:\n  - {id: g, that: 'fact(\"session.minutes\") > 5'}\n",
          14, "criterion g: when session.minutes gets better" },
        { CRITERIA
          "  - {id: a, weight: 0.7, rated by: person, levels: {1: a, 2: b, 3: c, 4: d}}\n" OVERALL,
          4, "add up to 0.700" },
        { CRITERIA "  - {id: a, weight: 1, rated by: person, levels: {1: a, 2: b, 4: d}}\n" OVERALL,
          4, "level 3 has no anchor" },
        { CRITERIA "  - {id: a, weight: 1, levels: {1: a, 2: b, 3: c, 4: d}}\n" OVERALL, 4,
          "no level has conditions" },
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct rubric *rubric = read_text(rows[i].text);
        struct arena *arena = arena_new();
        struct rubric_faults faults = { .arena = arena };
        bool found = false;

        rubric_check(rubric, &faults);
        for (size_t k = 0; k < faults.count && rows[i].part; k++)
            found = found || (strstr(faults.items[k].message, rows[i].part) &&
                              faults.items[k].line == rows[i].line);
        ck_assert_msg(rows[i].part ? found : !faults.count, "%zu: '%s' not found, but %zu: %d: %s",
                      i, rows[i].part ? rows[i].part : "nothing", faults.count,
                      faults.count ? faults.items[0].line : 0,
                      faults.count ? faults.items[0].message : "");
        rubric_faults_clear(&faults);
        arena_free(arena);
        rubric_free(rubric);
    }
}
END_TEST

static const char *const shipped_names[] = { "algorithm", "takehome", "live" };

START_TEST(nothing_is_wrong_with_the_shipped_rubrics)
{
    for (size_t i = 0; i < COUNT(shipped_names); i++) {
        struct rubric *rubric = read_shipped(shipped_names[i]);
        struct arena *arena = arena_new();
        struct rubric_faults faults = { .arena = arena };

        rubric_check(rubric, &faults);
        ck_assert_msg(!faults.count, "%s:%d: %s", faults.count ? faults.items[0].file : "",
                      faults.count ? faults.items[0].line : 0,
                      faults.count ? faults.items[0].message : "");
        rubric_faults_clear(&faults);
        arena_free(arena);
        rubric_free(rubric);
    }
}
END_TEST

/* ---- The property --------------------------------------------------------------------------- */

static uint64_t random_state;

static double random_below(double limit)
{
    random_state = random_state * 6364136223846793005U + 1442695040888963407U;
    return (double) (random_state >> 33) / 2147483648.0 * limit;
}

/* Facts of one kind: some missing, some perfect, some anything; parts within their wholes. */
static void draw_facts(struct evidence_fact *facts, unsigned kinds)
{
    double perfect = random_below(1), missing = random_below(0.3);

    for (int bounded = 0; bounded < 2; bounded++) {
        for (size_t i = 0; i < fact_count(); i++) {
            const struct fact *row = fact_at(i);
            const struct evidence_fact *most = row->most ? &facts[fact_find(row->most)] : NULL;
            double high = most && most->state == FACT_KNOWN ? most->value : row->high;

            if ((row->most != NULL) != bounded)
                continue;
            facts[i].state =
                !(row->kinds & kinds) || random_below(1) < missing ? FACT_UNSET : FACT_KNOWN;
            high = high > 200 ? (random_below(1) < 0.7 ? 12 : 200) : high;
            double value = random_below(1) < perfect && row->better != FACT_NEITHER
                               ? (row->better == FACT_LESS ? 0 : high)
                               : random_below(high + (row->type == FACT_RATIO ? 0 : 1));
            if (row->type != FACT_RATIO && row->type != FACT_NUMBER)
                value = (double) (long) value;
            facts[i].value = value > high ? high : value;
        }
    }
}

static void levels_of(const struct rubric *rubric, const struct evidence_fact *facts, int *levels,
                      struct overall *overall)
{
    for (size_t i = 0; i < rubric->count; i++)
        levels[i] = criterion_level(rubric, rubric->criteria[i], facts);
    rubric_overall(rubric, levels, facts, overall);
}

/* How many single steps to better, of `documents` drawn ones, lower a level, or the whole; whatever
 * is open stays so. Each level that was seen is noted. */
static size_t count_violations(const struct rubric *rubric, size_t documents, bool *seen)
{
    struct evidence_fact *facts = calloc(fact_count(), sizeof(*facts));
    int before[RUBRIC_CRITERIA], after[RUBRIC_CRITERIA];
    struct overall was, is;
    size_t violations = 0;

    random_state = 7;
    for (size_t document = 0; document < documents; document++) {
        draw_facts(facts, rubric->kinds);
        levels_of(rubric, facts, before, &was);
        seen[was.level] = true;
        for (size_t i = 0; i < fact_count(); i++) {
            const struct fact *row = fact_at(i);
            const struct evidence_fact *most = row->most ? &facts[fact_find(row->most)] : NULL;
            double value = facts[i].value;

            if (facts[i].state != FACT_KNOWN ||
                !fact_improve(row, value, most && most->state == FACT_KNOWN ? most->value : 1e12,
                              &facts[i].value))
                continue;
            levels_of(rubric, facts, after, &is);
            for (size_t k = 0; k < rubric->count; k++)
                violations +=
                    after[k] < before[k] || (after[k] != LEVEL_OPEN && before[k] == LEVEL_OPEN);
            violations += is.level < was.level || is.score < was.score;
            facts[i].value = value;
        }
    }
    free(facts);
    return violations;
}

START_TEST(no_fact_that_gets_better_lowers_a_level)
{
    for (size_t i = 0; i < COUNT(shipped_names); i++) {
        bool seen[LEVEL_HIGHEST + 1] = { false };
        struct rubric *rubric = read_shipped(shipped_names[i]);

        ck_assert_uint_eq(count_violations(rubric, 3000 / (size_t) unit_slowness(), seen), 0);
        /* The documents are such that everything happens. */
        for (int level = LEVEL_OPEN; level <= LEVEL_HIGHEST; level++)
            ck_assert_msg(seen[level], "%s: never %s", shipped_names[i], rubric_level_title(level));
        rubric_free(rubric);
    }
}
END_TEST

/* Each is a rubric that is wrong in one way; the property must not hold of it. */
START_TEST(the_property_fails_where_a_rubric_is_wrong)
{
    static const char *const wrong[] = {
        LEVELS("fact(\"session.minutes\") >= 5", PASSED " >= 2", PASSED " >= 3") OVERALL,
        LEVELS(PASSED " >= 1", PASSED " | IN(2, 4, 6)", PASSED " >= 60") OVERALL,
        LEVELS("fact(\"tests.verdict\") != \"AC\"", PASSED " >= 2", PASSED " >= 3") OVERALL,
        LEVELS(PASSED " >= 1", PASSED " >= 2", PASSED " >= 3") OVERALL
        "gates:\n  - {id: g, that: 'fact(\"code.debug_output\") > 1'}\n",
        LEVELS(PASSED " >= 1", PASSED " >= 2",
               PASSED
               " >= 3") "    caps: [{at most: 2, when: 'fact(\"tests.accepted\")'}]\n" OVERALL,
    };

    for (size_t i = 0; i < COUNT(wrong); i++) {
        bool seen[LEVEL_HIGHEST + 1] = { false };
        struct rubric *rubric = read_text(wrong[i]);

        ck_assert_msg(count_violations(rubric, 3000, seen) > 0, "%s", wrong[i]);
        rubric_free(rubric);
    }
}
END_TEST

/* The scorecard says what the levels are, and every reason has a fact. */
START_TEST(scorecards_agree_with_the_levels_and_are_always_the_same)
{
    for (size_t i = 0; i < COUNT(shipped_names); i++) {
        struct rubric *rubric = read_shipped(shipped_names[i]);
        struct evidence *evidence = NULL;

        random_state = i;
        ck_assert_int_eq(evidence_new(i ? EVIDENCE_SERVICE : EVIDENCE_ALGORITHM, &evidence, &error),
                         0);
        for (int round = 0; round < 60; round++) {
            draw_facts(evidence->facts, rubric->kinds);
            json_t *card = score(rubric, evidence, NULL, 0),
                   *again = score(rubric, evidence, NULL, 0);
            char *one = json_dumps(card, 0), *other = json_dumps(again, 0);

            ck_assert_str_eq(one, other);
            for (size_t k = 0; k < rubric->count; k++) {
                const json_t *row = json_array_get(json_object_get(card, "criteria"), k), *reason;
                int level = criterion_level(rubric, rubric->criteria[k], evidence->facts);

                ck_assert_int_eq(json_integer_value(json_object_get(row, "level")), level);
                for (size_t n = 0; (reason = json_array_get(json_object_get(row, "reasons"), n));
                     n++)
                    ck_assert_uint_gt(json_array_size(json_object_get(reason, "facts")), 0);
            }
            free(one);
            free(other);
            json_decref(card);
            json_decref(again);
        }
        evidence_free(evidence);
        rubric_free(rubric);
    }
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("rubric_score");
    TCase *tests = tcase_create("rubrics");

    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, a_rubric_inherits_and_overrides);
    tcase_add_test(tests, what_cannot_be_read_is_told_at_its_line);
    tcase_add_test(tests, missing_evidence_is_handled_as_the_rubric_says);
    tcase_add_test(tests, levels_weights_and_gates_combine);
    tcase_add_test(tests, ratings_and_kinds_are_checked);
    tcase_add_test(tests, the_smallest_change_reaches_the_next_level);
    tcase_add_test(tests, what_is_wrong_with_a_rubric_is_found);
    tcase_add_test(tests, nothing_is_wrong_with_the_shipped_rubrics);
    tcase_add_test(tests, no_fact_that_gets_better_lowers_a_level);
    tcase_add_test(tests, the_property_fails_where_a_rubric_is_wrong);
    tcase_add_test(tests, scorecards_agree_with_the_levels_and_are_always_the_same);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
