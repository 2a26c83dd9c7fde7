/*
 * Statements about verdicts in the newer versions of the format: those that hold for the
 * directories by default, and those of submissions.yaml.
 *
 * A key of submissions.yaml that is the name of a default directory replaces what holds there; any
 * other pattern adds to it: what is permitted becomes less, what is required becomes more. A
 * statement about some tests only, or a second requirement, becomes a struct package_rule.
 *
 * The final verdict that is right follows: the verdict of a submission that is not accepted is the
 * verdict of one of its tests, so it is among the permitted ones, and "accepted" is right only if
 * no requirement excludes it.
 *
 * Source   2025-09.md, "Example submissions", "Default directories", "Timelimit inference".
 */
#include "judge/problem/reader.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#define AC VERDICT_BIT(VERDICT_AC)
#define RULES_LIMIT 64

/* Words as in submissions.yaml; NULL: no statement. */
static const struct {
    const char *directory;
    const char *permitted[5], *required[4];
} defaults[] = {
    { "accepted", { "AC" }, { NULL } },
    { "rejected", { NULL }, { "RTE", "TLE", "WA" } },
    { "wrong_answer", { "AC", "WA" }, { "WA" } },
    { "time_limit_exceeded", { "AC", "TLE" }, { "TLE" } },
    { "run_time_error", { "AC", "RTE" }, { "RTE" } },
    { "brute_force", { "AC", "RTE", "TLE" }, { "RTE", "TLE" } },
};

static unsigned bits_of(const char *const *words, size_t count)
{
    unsigned bits = 0;

    for (size_t i = 0; i < count && words[i]; i++)
        bits |= expectation_of_word(words[i], strlen(words[i]));
    return bits;
}

/* Every verdict that a test can get. */
static unsigned all_verdicts(void)
{
    return (VERDICT_BIT(VERDICT_COUNT) - 1) & ~VERDICT_BIT(VERDICT_JE);
}

static void conclude(struct package_submission *submission)
{
    unsigned permitted =
        submission->permitted ? submission->permitted : all_verdicts() & ~VERDICT_BIT(VERDICT_CE);
    bool accepted = !submission->required || (submission->required & AC);

    for (size_t i = 0; i < submission->rule_count; i++) {
        const struct package_rule *rule = &submission->rules[i];
        accepted = accepted && (!rule->required || (rule->required & AC));
    }
    submission->expected = accepted ? permitted : permitted & ~AC;
}

void rules_use_for_time_limit(struct package_submission *submission)
{
    unsigned permitted = submission->permitted;

    submission->use_for_time_limit = permitted && !(permitted & VERDICT_BIT(VERDICT_TLE));
    submission->use_for_time_limit_upper =
        submission->required && submission->required == expectation_of_word("TLE", strlen("TLE"));
}

bool rules_of_directory(const char *name, struct package_submission *submission)
{
    for (size_t i = 0; i < COUNT(defaults); i++) {
        if (strcmp(defaults[i].directory, name) != 0)
            continue;
        submission->permitted = bits_of(defaults[i].permitted, COUNT(defaults[i].permitted));
        submission->required = bits_of(defaults[i].required, COUNT(defaults[i].required));
        submission->rules = NULL;
        submission->rule_count = 0;
        conclude(submission);
        return true;
    }
    return false;
}

/* ---- One pattern's statements --------------------------------------------------------------- */

enum use { USE_UNSAID, USE_NO, USE_LOWER, USE_UPPER, USE_YES };

/* What stands under one pattern, or under one group of tests below it. */
struct statement {
    const char *language, *entry_point, *message;
    unsigned permitted, required;
    bool exact; /* `expected`: the final verdict, nothing about single tests */
    unsigned expected;
    bool score_given;
    double score_low, score_high;
    enum use use;
    struct package_rule rules[RULES_LIMIT]; /* about some tests */
    size_t rule_count;
};

static int read_verdicts(struct reader *reader, const struct yaml_node *node, unsigned *ret)
{
    const char *const *words = NULL;
    int status = reader_strings(reader, node, false, &words);

    *ret = 0;
    for (size_t i = 0; status == 0 && words && words[i]; i++) {
        unsigned bits = expectation_of_word(words[i], strlen(words[i]));
        if (!bits)
            status = reader_fault_at(reader, FAULT, node, "%s: '%.100s' is no verdict", node->key,
                                     words[i]);
        *ret |= bits;
    }
    return status;
}

static int read_permitted(struct reader *reader, const struct yaml_node *node, void *target)
{
    return read_verdicts(reader, node, &((struct statement *) target)->permitted);
}

static int read_required(struct reader *reader, const struct yaml_node *node, void *target)
{
    return read_verdicts(reader, node, &((struct statement *) target)->required);
}

static int read_expected(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct statement *statement = target;
    int status = read_verdicts(reader, node, &statement->expected);

    statement->exact = statement->expected != 0;
    return status;
}

static int read_language(struct reader *reader, const struct yaml_node *node, void *target)
{
    return reader_string(reader, node, &((struct statement *) target)->language);
}

static int read_entry_point(struct reader *reader, const struct yaml_node *node, void *target)
{
    return reader_string(reader, node, &((struct statement *) target)->entry_point);
}

static int read_message(struct reader *reader, const struct yaml_node *node, void *target)
{
    return reader_string(reader, node, &((struct statement *) target)->message);
}

static int read_score(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct statement *statement = target;
    const struct yaml_node *low = node, *high = node;

    if (node->kind == YAML_LIST) {
        low = node->children;
        high = node->count == 2 ? low->next : NULL;
        if (!high)
            return reader_fault_at(reader, FAULT, node, "score: expected a number or two");
    }
    double first = NAN, last = NAN;
    int status = reader_double(reader, low, -INFINITY, INFINITY, &first);
    if (status == 0)
        status = reader_double(reader, high, -INFINITY, INFINITY, &last);
    if (status < 0 || isnan(first) || isnan(last))
        return status;
    if (first > last)
        return reader_fault_at(reader, FAULT, node, "score: the smaller number comes first");
    statement->score_given = true;
    statement->score_low = first;
    statement->score_high = last;
    return 0;
}

static int read_use(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct statement *statement = target;
    bool use = false;

    if (node->kind == YAML_SCALAR && strcmp(node->text, "lower") == 0) {
        statement->use = USE_LOWER;
        return 0;
    }
    if (node->kind == YAML_SCALAR && strcmp(node->text, "upper") == 0) {
        statement->use = USE_UPPER;
        return 0;
    }
    int status = reader_bool(reader, node, &use);
    statement->use = use ? USE_YES : USE_NO;
    return status;
}

static const struct key_row keys[] = {
    { "language", VERSIONS_ALL, read_language },
    { "entrypoint", VERSIONS_ALL, read_entry_point },
    { "authors", VERSIONS_ALL, reader_ignore },
    { "author", VERSIONS_ALL, reader_ignore },
    { "model_solution", VERSIONS_ALL, reader_ignore },
    { "expected", VERSIONS_ALL, read_expected },
    { "permitted", VERSIONS_ALL, read_permitted },
    { "required", VERSIONS_ALL, read_required },
    { "score", VERSIONS_ALL, read_score },
    { "message", VERSIONS_ALL, read_message },
    { "use_for_time_limit", VERSIONS_ALL, read_use },
};

/* The last keys are those that may stand under a group of tests. */
#define FIRST_SCOPED_KEY 6

/* Under a group or test: only what it says about verdicts is kept. */
static int read_scope(struct reader *reader, const struct yaml_node *node,
                      struct statement *statement)
{
    struct statement inner = { 0 };
    int status =
        reader_walk(reader, node, keys + FIRST_SCOPED_KEY, COUNT(keys) - FIRST_SCOPED_KEY, &inner);

    if (status < 0)
        return status;
    if (statement->rule_count == RULES_LIMIT)
        return reader_fault_at(reader, FAULT, node, "over %d groups of tests", RULES_LIMIT);
    statement->rules[statement->rule_count++] = (struct package_rule){ .scope = node->key,
                                                                       .permitted = inner.permitted,
                                                                       .required = inner.required };
    return 0;
}

static int read_statement(struct reader *reader, const struct yaml_node *map,
                          struct statement *statement)
{
    int status = 0;

    *statement = (struct statement){ 0 };
    if (yaml_is_null(map))
        return 0;
    if (map->kind != YAML_MAP)
        return reader_fault_at(reader, FAULT, map, "'%.100s': expected a map", map->key);
    for (const struct yaml_node *node = map->children; node && status == 0; node = node->next) {
        const struct key_row *row = NULL;
        for (size_t i = 0; i < COUNT(keys); i++) {
            if (strcmp(keys[i].name, node->key) == 0)
                row = &keys[i];
        }
        if (!row && node->kind == YAML_MAP)
            status = read_scope(reader, node, statement);
        else if (!row)
            status = reader_fault_at(reader, reader_strict(reader), node, "unknown key '%.100s'",
                                     node->key);
        else if (!yaml_is_null(node))
            status = row->read(reader, node, statement);
    }
    return status;
}

/* ---- What it means for a submission --------------------------------------------------------- */

/* The capacity is the least power of two that holds the rules: the arena frees nothing, so that one
 * more for each rule would cost the square of their number. */
static int add_rule(struct reader *reader, struct package_submission *submission,
                    struct package_rule rule)
{
    size_t count = submission->rule_count;
    struct package_rule *rules = (struct package_rule *) submission->rules;

    if ((count & (count - 1)) == 0) {
        rules = arena_array(reader->arena, count ? 2 * count : 1, sizeof(*rules));
        if (!rules)
            return -ENOMEM;
        if (count)
            memcpy(rules, submission->rules, count * sizeof(*rules));
        submission->rules = rules;
    }
    rules[submission->rule_count++] = rule;
    return 0;
}

static int add_statement(struct reader *reader, const struct yaml_node *node,
                         const struct statement *statement, struct package_submission *submission)
{
    unsigned old = submission->required;
    int status = 0;

    if (statement->permitted) {
        unsigned both = submission->permitted ? submission->permitted & statement->permitted
                                              : statement->permitted;
        if (!both)
            return reader_fault_at(reader, FAULT, node,
                                   "what is permitted for %s contradicts another statement",
                                   submission->name);
        submission->permitted = both;
    }
    /* Of two requirements where one implies the other, the narrower says all. */
    if (statement->required && (!old || (statement->required & old) == statement->required))
        submission->required = statement->required;
    else if (statement->required && (statement->required & old) != old)
        status =
            add_rule(reader, submission, (struct package_rule){ .required = statement->required });
    return status;
}

static void replace_statement(const struct statement *statement,
                              struct package_submission *submission)
{
    if (statement->permitted)
        submission->permitted = statement->permitted;
    if (statement->required)
        submission->required = statement->required;
}

static void apply_details(const struct statement *statement, struct package_submission *submission)
{
    if (statement->language)
        submission->language = statement->language;
    if (statement->entry_point)
        submission->entry_point = statement->entry_point;
    if (statement->message)
        submission->message = statement->message;
    if (statement->score_given) {
        submission->score_given = true;
        submission->score_low = statement->score_low;
        submission->score_high = statement->score_high;
    }
}

static void apply_use(const struct statement *statement, struct package_submission *submission)
{
    switch (statement->use) {
    case USE_UNSAID:
    case USE_YES:
        break;
    case USE_NO:
        submission->use_for_time_limit = submission->use_for_time_limit_upper = false;
        break;
    case USE_LOWER:
        submission->use_for_time_limit = true;
        break;
    case USE_UPPER:
        submission->use_for_time_limit_upper = true;
        break;
    }
}

static int apply(struct reader *reader, const struct yaml_node *node,
                 const struct statement *statement, bool replaces,
                 struct package_submission *submission)
{
    int status = 0;
    bool verdicts = statement->permitted || statement->required || statement->rule_count;

    /* Legacy directories have no statements about tests; the first one given starts from none. */
    if (replaces)
        replace_statement(statement, submission);
    else
        status = add_statement(reader, node, statement, submission);
    for (size_t i = 0; i < statement->rule_count && status == 0; i++)
        status = add_rule(reader, submission, statement->rules[i]);
    if (verdicts) {
        conclude(submission);
        rules_use_for_time_limit(submission);
    }
    if (statement->exact)
        submission->expected = statement->expected;
    apply_details(statement, submission);
    apply_use(statement, submission);
    return status;
}

static bool is_default_directory(const char *pattern)
{
    for (size_t i = 0; i < COUNT(defaults); i++) {
        if (strcmp(pattern, defaults[i].directory) == 0)
            return true;
    }
    return false;
}

static int apply_pattern(struct reader *reader, const struct yaml_node *node)
{
    struct package *package = reader->package;
    struct statement statement;
    size_t fitting = 0;
    int status = read_statement(reader, node, &statement);

    for (size_t i = 0; i < package->submission_count && status == 0; i++) {
        if (!package_glob_matches(node->key, package->submissions[i].name))
            continue;
        fitting++;
        status = apply(reader, node, &statement, is_default_directory(node->key),
                       &package->submissions[i]);
    }
    if (status == 0 && !fitting)
        status = reader_fault_at(reader, WARNING, node, "'%.100s' fits no submission", node->key);
    return status;
}

int reader_submission_rules(struct reader *reader, const char *path)
{
    struct yaml_node *root = NULL;
    int status = reader_yaml(reader, path, &root);

    if (status < 0 || !root || root->kind != YAML_MAP)
        return status;
    /* First what replaces the defaults, then what adds to them. */
    for (int adding = 0; adding < 2; adding++) {
        for (const struct yaml_node *node = root->children; node && status == 0;
             node = node->next) {
            if (is_default_directory(node->key) == !adding)
                status = apply_pattern(reader, node);
        }
    }
    return status;
}
