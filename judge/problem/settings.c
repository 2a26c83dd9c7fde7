/*
 * Settings of groups of tests and of single tests: testdata.yaml (legacy), test_group.yaml and
 * <test>.yaml (2023-07-draft and 2025-09).
 *
 * In the legacy versions every setting passes from a group to its subgroups unless they say
 * otherwise. In the newer versions only arguments do; how results are aggregated is said anew for
 * each group.
 *
 * Source   legacy.md and 2023-07-draft.md, "Test Data Groups"; 2025-09.md, "Test data
 *          configuration". The default grader's flags are those of Kattis' problemtools.
 */
#include "judge/problem/reader.h"

#include "judge/base/file.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* What the keys of one file are read into. */
struct scope {
    struct package_group *group; /* NULL for a test */
    struct test_settings *settings;
};

/* ---- Arguments ------------------------------------------------------------------------------ */

static int read_output_args(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct scope *scope = target;
    const struct yaml_node *values = node;

    /* Legacy: either the arguments, or a map with the validator's name beside them. */
    if (node->kind == YAML_MAP)
        values = yaml_get(node, "flags");
    if (!values)
        return reader_fault_at(reader, FAULT, node, "%s: the map has no key 'flags'", node->key);
    return reader_strings(reader, values, reader_is(reader, VERSIONS_LEGACY),
                          &scope->settings->output_args);
}

static int read_arguments(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct scope *scope = target;

    return reader_strings(reader, node, false, &scope->settings->arguments);
}

/* Legacy: { name: the validator, flags: its arguments }. */
static int legacy_input_map(struct reader *reader, const struct yaml_node *node,
                            struct package_arguments *arguments)
{
    const struct yaml_node *name = yaml_get(node, "name"), *flags = yaml_get(node, "flags");

    if (!name || !flags)
        return reader_fault_at(reader, FAULT, node, "%s: the map must have 'name' and 'flags'",
                               node->key);
    int status = reader_string(reader, name, &arguments->validator);
    return status < 0 ? status : reader_strings(reader, flags, true, &arguments->values);
}

static int read_input_args(struct reader *reader, const struct yaml_node *node, void *target)
{
    static const char *const none[] = { NULL };
    struct scope *scope = target;
    bool legacy = reader_is(reader, VERSIONS_LEGACY);
    size_t count = node->kind == YAML_MAP && !legacy ? node->count : 1, at = 0;
    struct package_arguments *arguments = arena_array(reader->arena, count + 1, sizeof(*arguments));
    int status = 0;

    if (!arguments)
        return -ENOMEM;
    for (size_t i = 0; i < count; i++)
        arguments[i].values = none;
    if (node->kind != YAML_MAP)
        status = reader_strings(reader, node, legacy, &arguments[0].values);
    else if (legacy)
        status = legacy_input_map(reader, node, &arguments[0]);
    else
        for (const struct yaml_node *item = node->children; item && status == 0;
             item = item->next) {
            arguments[at].validator = item->key;
            status = reader_strings(reader, item, false, &arguments[at++].values);
        }
    scope->settings->input_args = arguments;
    scope->settings->input_arg_count = count;
    return status;
}

static int read_hint(struct reader *reader, const struct yaml_node *node, void *target)
{
    return reader_string(reader, node, &((struct scope *) target)->settings->hint);
}

static int read_description(struct reader *reader, const struct yaml_node *node, void *target)
{
    return reader_string(reader, node, &((struct scope *) target)->settings->description);
}

static int read_feedback(struct reader *reader, const struct yaml_node *node, void *target)
{
    bool full;

    (void) target;
    return reader_bool(reader, node, &full);
}

/* ---- Legacy grading ------------------------------------------------------------------------- */

static int read_on_reject(struct reader *reader, const struct yaml_node *node, void *target)
{
    /* The last three are of packages older than the format's first description. */
    static const struct {
        const char *word;
        bool breaks, old;
    } words[] = {
        { "break", true, false },       { "continue", false, false }, { "first_error", true, true },
        { "worst_error", false, true }, { "grade", false, true },
    };
    struct scope *scope = target;
    const char *word = "";
    int status = reader_string(reader, node, &word);

    for (size_t i = 0; i < COUNT(words) && status == 0 && *word; i++) {
        if (strcmp(word, words[i].word) != 0)
            continue;
        scope->group->break_on_reject = words[i].breaks;
        return words[i].old
                   ? reader_fault_at(reader, WARNING, node, "on_reject: '%s' is outdated", word)
                   : 0;
    }
    if (status < 0 || !*word)
        return status;
    return reader_fault_at(reader, FAULT, node,
                           "on_reject: '%.100s' is neither 'break' nor 'continue'", word);
}

static int read_custom_grader(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct scope *scope = target;
    const char *word = "default";
    int status = reader_string(reader, node, &word);

    scope->group->custom_grader = strcmp(word, "custom") == 0;
    if (status < 0 || scope->group->custom_grader || strcmp(word, "default") == 0)
        return status;
    return reader_fault_at(reader, FAULT, node,
                           "grading: '%.100s' is neither 'default' nor 'custom'", word);
}

enum flag_kind { FLAG_VERDICT, FLAG_SCORE, FLAG_ACCEPT_ANY, FLAG_IGNORE_SAMPLE };

static const struct {
    const char *word;
    enum flag_kind kind;
    int value;
} grader_flags[] = {
    { "worst_error", FLAG_VERDICT, GROUP_WORST_ERROR },
    { "no_errors", FLAG_VERDICT, GROUP_WORST_ERROR },
    { "first_error", FLAG_VERDICT, GROUP_FIRST_ERROR },
    { "always_accept", FLAG_VERDICT, GROUP_ALWAYS_ACCEPT },
    { "sum", FLAG_SCORE, GROUP_SUM },
    { "avg", FLAG_SCORE, GROUP_AVG },
    { "min", FLAG_SCORE, GROUP_MIN },
    { "max", FLAG_SCORE, GROUP_MAX },
    { "accept_if_any_accepted", FLAG_ACCEPT_ANY, 1 },
    { "ignore_sample", FLAG_IGNORE_SAMPLE, 1 },
};

static int set_flag(struct reader *reader, const struct yaml_node *node,
                    struct package_group *group, const char *word)
{
    for (size_t i = 0; i < COUNT(grader_flags); i++) {
        if (strcmp(word, grader_flags[i].word) != 0)
            continue;
        switch (grader_flags[i].kind) {
        case FLAG_VERDICT:
            group->verdict_mode = (enum group_verdict_mode) grader_flags[i].value;
            break;
        case FLAG_SCORE:
            group->score_mode = (enum group_score_mode) grader_flags[i].value;
            break;
        case FLAG_ACCEPT_ANY:
            group->accept_if_any_accepted = true;
            break;
        case FLAG_IGNORE_SAMPLE:
            group->ignore_sample = true;
            break;
        }
        return 0;
    }
    /* A custom grader has flags of its own. */
    return group->custom_grader ? 0
                                : reader_fault_at(reader, WARNING, node,
                                                  "grader_flags: unknown flag '%.100s'", word);
}

static int read_grader_flags(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct scope *scope = target;
    struct package_group *group = scope->group;
    const char *const *words = NULL;
    int status = reader_strings(reader, node, true, &words);

    /* The flags of a group replace those that it inherited, all of them. */
    group->verdict_mode = GROUP_WORST_ERROR;
    group->score_mode = GROUP_SUM;
    group->accept_if_any_accepted = group->ignore_sample = false;
    for (size_t i = 0; status == 0 && words && words[i]; i++)
        status = set_flag(reader, node, group, words[i]);
    return status;
}

static int read_accept_score(struct reader *reader, const struct yaml_node *node, void *target)
{
    return reader_double(reader, node, -INFINITY, INFINITY,
                         &((struct scope *) target)->group->accept_score);
}

static int read_reject_score(struct reader *reader, const struct yaml_node *node, void *target)
{
    return reader_double(reader, node, -INFINITY, INFINITY,
                         &((struct scope *) target)->group->reject_score);
}

static bool parse_bound(const char *text, double *ret)
{
    char *end = NULL;

    *ret = strtod(text, &end); /* takes "inf", "-inf" and "+inf", too */
    return end != text && !*end && !isnan(*ret);
}

static int read_range(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct scope *scope = target;
    const char *const *words = NULL;
    double low, high;
    int status = reader_strings(reader, node, true, &words);

    if (status < 0 || !words)
        return status;
    if (!words[0] || !words[1] || words[2] || !parse_bound(words[0], &low) ||
        !parse_bound(words[1], &high) || low > high)
        return reader_fault_at(reader, FAULT, node,
                               "range: expected two numbers, the smaller one first");
    scope->group->range_low = low;
    scope->group->range_high = high;
    return 0;
}

/* ---- Aggregation of the newer versions ------------------------------------------------------ */

static int read_max_score(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package_group *group = ((struct scope *) target)->group;
    double value = -1;

    if (node->kind == YAML_SCALAR && strcmp(node->text, "unbounded") == 0) {
        group->max_score = NAN;
        group->max_score_given = true;
        return 0;
    }
    int status = reader_double(reader, node, 0, 1e15, &value);
    if (status < 0 || value < 0)
        return status;
    if (value != floor(value) && reader_is(reader, VERSION_BIT(PACKAGE_2025_09)))
        return reader_fault_at(reader, FAULT, node,
                               "max_score: expected a whole number or 'unbounded'");
    group->max_score = value;
    group->max_score_given = true;
    return 0;
}

static int read_aggregation(struct reader *reader, const struct yaml_node *node, void *target)
{
    static const struct {
        const char *word;
        int value;
    } words[] = {
        { "pass-fail", GROUP_PASS_FAIL },
        { "sum", GROUP_SUM_AGGREGATION },
        { "min", GROUP_MIN_AGGREGATION },
    };
    struct package_group *group = ((struct scope *) target)->group;
    const char *word = NULL;
    int status = reader_string(reader, node, &word);

    for (size_t i = 0; word && i < COUNT(words); i++) {
        if (strcmp(word, words[i].word) != 0)
            continue;
        group->aggregation = words[i].value;
        group->break_on_reject = words[i].value != GROUP_SUM_AGGREGATION;
        return 0;
    }
    if (!word)
        return status;
    return reader_fault_at(reader, FAULT, node, "%s: '%.100s' is none of pass-fail, sum and min",
                           node->key, word);
}

static int read_require_pass(struct reader *reader, const struct yaml_node *node, void *target)
{
    return reader_strings(reader, node, false, &((struct scope *) target)->group->require_pass);
}

static int read_scoring(struct reader *reader, const struct yaml_node *node, void *target)
{
    static const struct key_row rows[] = {
        { "score", VERSION_BIT(PACKAGE_2023_07_DRAFT), read_max_score },
        { "max_score", VERSION_BIT(PACKAGE_2023_07_DRAFT), read_max_score },
        { "aggregation", VERSION_BIT(PACKAGE_2023_07_DRAFT), read_aggregation },
        { "require_pass", VERSION_BIT(PACKAGE_2023_07_DRAFT), read_require_pass },
    };

    return reader_walk(reader, node, rows, COUNT(rows), target);
}

static int read_static_validation(struct reader *reader, const struct yaml_node *node, void *target)
{
    bool wanted = true;

    (void) target;
    if (node->kind == YAML_SCALAR && strcmp(node->text, "false") == 0)
        wanted = false;
    if (!wanted)
        return 0;
    return reader_fault_at(reader, WARNING, node,
                           "static validation is not judged: its score is not in the result");
}

/* ---- The files ------------------------------------------------------------------------------ */

#define DRAFT VERSION_BIT(PACKAGE_2023_07_DRAFT)
#define STABLE VERSION_BIT(PACKAGE_2025_09)

static const struct key_row group_keys[] = {
    { "grading", VERSIONS_LEGACY, read_custom_grader },
    { "on_reject", VERSIONS_LEGACY, read_on_reject },
    { "grader_flags", VERSIONS_LEGACY, read_grader_flags },
    { "accept_score", VERSIONS_LEGACY, read_accept_score },
    { "reject_score", VERSIONS_LEGACY, read_reject_score },
    { "range", VERSIONS_LEGACY, read_range },
    { "input_validator_flags", VERSIONS_LEGACY, read_input_args },
    { "output_validator_flags", VERSIONS_LEGACY, read_output_args },
    { "scoring", DRAFT, read_scoring },
    { "static_validation", DRAFT, read_static_validation },
    { "hint", DRAFT, read_hint },
    { "description", DRAFT, read_description },
    { "max_score", STABLE, read_max_score },
    { "score_aggregation", STABLE, read_aggregation },
    { "static_validation_score", STABLE, read_static_validation },
    { "static_validator_args", STABLE, reader_ignore },
    { "require_pass", STABLE, read_require_pass },
    { "args", VERSIONS_NEW, read_arguments },
    { "input_validator_args", VERSIONS_NEW, read_input_args },
    { "output_validator_args", VERSIONS_NEW, read_output_args },
    { "input_visualizer_args", VERSIONS_NEW, reader_ignore },
    { "output_visualizer_args", VERSIONS_NEW, reader_ignore },
    { "full_feedback", VERSIONS_NEW, read_feedback },
};

static const struct key_row test_keys[] = {
    { "args", VERSIONS_NEW, read_arguments },
    { "input_validator_args", VERSIONS_NEW, read_input_args },
    { "output_validator_args", VERSIONS_NEW, read_output_args },
    { "input_visualizer_args", VERSIONS_NEW, reader_ignore },
    { "output_visualizer_args", VERSIONS_NEW, reader_ignore },
    { "full_feedback", VERSIONS_NEW, read_feedback },
    { "hint", VERSIONS_NEW, read_hint },
    { "description", VERSIONS_NEW, read_description },
};

void settings_default_group(const struct reader *reader, struct package_group *group,
                            const struct package_group *parent)
{
    *group = (struct package_group){ 0 };
    if (parent && reader_is(reader, VERSIONS_LEGACY)) {
        *group = *parent;
        group->children = NULL;
        group->child_count = 0;
        return;
    }
    group->break_on_reject = true;
    group->accept_score = 1;
    group->range_low = -INFINITY;
    group->range_high = INFINITY;
    group->max_score = NAN;
    group->aggregation = GROUP_PASS_FAIL;
}

static int read_group_file(struct reader *reader, const char *directory, const char *file,
                           struct scope *scope)
{
    const char *path = reader_join(reader, directory, file);
    struct yaml_node *root = NULL;
    int status = reader_yaml(reader, path, &root);

    if (status < 0)
        return status;
    /* Known before the flags are read: those of a custom grader are its own business. */
    const struct yaml_node *grading = yaml_get(root, "grading");
    if (grading && grading->kind == YAML_SCALAR)
        scope->group->custom_grader = strcmp(grading->text, "custom") == 0;
    return reader_walk(reader, root, group_keys, COUNT(group_keys), scope);
}

/* Keys that 2025-09 forbids for the samples. */
static int check_sample(struct reader *reader, const char *directory,
                        const struct package_group *group)
{
    if (strcmp(group->name, "sample") != 0 || !reader_is(reader, STABLE) ||
        (!group->max_score_given && !group->require_pass))
        return 0;
    return reader_fault(reader, FAULT, reader_join(reader, directory, "test_group.yaml"), 0,
                        "max_score and require_pass are not permitted for the samples");
}

int settings_read_group(struct reader *reader, const char *directory, struct package_group *group,
                        struct test_settings *settings)
{
    struct scope scope = { .group = group, .settings = settings };
    int status = 0;

    if (reader_is(reader, VERSIONS_NEW) && strcmp(group->name, "secret") == 0) {
        group->aggregation = GROUP_SUM_AGGREGATION;
        group->max_score = 100;
        group->break_on_reject = !reader->package->scoring;
    } else if (reader_is(reader, VERSIONS_NEW) && group->parent < 0) {
        group->break_on_reject = !reader->package->scoring;
    }
    /* The draft called the file testdata.yaml before it became test_group.yaml. */
    if (reader_is(reader, VERSIONS_LEGACY | DRAFT))
        status = read_group_file(reader, directory, "testdata.yaml", &scope);
    if (status == 0 && reader_is(reader, VERSIONS_NEW))
        status = read_group_file(reader, directory, "test_group.yaml", &scope);
    return status < 0 ? status : check_sample(reader, directory, group);
}

int settings_read_test(struct reader *reader, const char *path, struct test_settings *settings)
{
    struct scope scope = { .settings = settings };
    struct yaml_node *root = NULL;
    int status = reader_yaml(reader, path, &root);

    if (status < 0)
        return status;
    return reader_walk(reader, root, test_keys, COUNT(test_keys), &scope);
}
