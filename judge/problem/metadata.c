/*
 * problem.yaml: what kind of problem it is, its names, its flags. One table row a key; the rows say
 * in which versions of the format the key is defined. Limits are in limits.c.
 *
 * Source   legacy.md and 2025-09.md, "Problem metadata"; 2023-07-draft.md differs in no key that is
 *          read here. DOMjudge reads `validation: custom multi-pass` in legacy packages.
 */
#include "judge/problem/reader.h"

#include "judge/base/file.h"
#include "judge/base/text.h"

#include <errno.h>
#include <string.h>

/* ---- The version ---------------------------------------------------------------------------- */

static const struct {
    const char *name;
    enum package_version version;
    bool current; /* false: near enough to be read, with a warning */
} versions[] = {
    { "legacy", PACKAGE_LEGACY, true },
    { "legacy-icpc", PACKAGE_LEGACY_ICPC, true },
    { "2023-07-draft", PACKAGE_2023_07_DRAFT, true },
    { "2025-09", PACKAGE_2025_09, true },
    { "2023-07", PACKAGE_2023_07_DRAFT, false },
    { "2025-09-draft", PACKAGE_2025_09, false },
    { "draft", PACKAGE_2025_09, false },
    { "icpc", PACKAGE_LEGACY_ICPC, false },
};

static int read_version(struct reader *reader, const struct yaml_node *node)
{
    reader->package->version = PACKAGE_LEGACY;
    if (!node || yaml_is_null(node))
        return 0;
    if (node->kind != YAML_SCALAR)
        return reader_fault_at(reader, FAULT, node, "problem_format_version: expected a text");
    for (size_t i = 0; i < COUNT(versions); i++) {
        if (strcmp(node->text, versions[i].name) != 0)
            continue;
        reader->package->version = versions[i].version;
        if (versions[i].current)
            return 0;
        return reader_fault_at(reader, WARNING, node,
                               "the format version '%s' is read as its nearest relative",
                               node->text);
    }
    return reader_fault_at(reader, FAULT, node,
                           "the format version '%.100s' is none of legacy, legacy-icpc, "
                           "2023-07-draft and 2025-09",
                           node->text);
}

/* ---- What kind of problem ------------------------------------------------------------------- */

enum kind { KIND_PASS_FAIL, KIND_SCORING, KIND_INTERACTIVE, KIND_MULTI_PASS, KIND_SUBMIT_ANSWER };

static const char *const kind_names[] = {
    [KIND_PASS_FAIL] = "pass-fail",         [KIND_SCORING] = "scoring",
    [KIND_INTERACTIVE] = "interactive",     [KIND_MULTI_PASS] = "multi-pass",
    [KIND_SUBMIT_ANSWER] = "submit-answer",
};

/* Source: 2025-09.md, "Type", column "Incompatible with". */
static const struct {
    enum kind left, right;
} incompatible_kinds[] = {
    { KIND_PASS_FAIL, KIND_SCORING },
    { KIND_SUBMIT_ANSWER, KIND_MULTI_PASS },
    { KIND_SUBMIT_ANSWER, KIND_INTERACTIVE },
};

static int add_kind(struct reader *reader, const struct yaml_node *node, const char *word,
                    unsigned *kinds)
{
    for (size_t i = 0; i < COUNT(kind_names); i++) {
        if (strcmp(word, kind_names[i]) != 0)
            continue;
        unsigned bit = 1u << i;
        if (*kinds & bit)
            return reader_fault_at(reader, reader_strict(reader), node, "type: '%s' is there twice",
                                   word);
        *kinds |= bit;
        return 0;
    }
    return reader_fault_at(reader, FAULT, node, "type: unknown type '%.100s'", word);
}

static int read_type(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package *package = target;
    const char *const *words = NULL;
    unsigned kinds = 0;
    int status = reader_strings(reader, node, reader_is(reader, VERSIONS_LEGACY), &words);

    for (size_t i = 0; status == 0 && words && words[i]; i++)
        status = add_kind(reader, node, words[i], &kinds);
    for (size_t i = 0; status == 0 && i < COUNT(incompatible_kinds); i++) {
        enum kind left = incompatible_kinds[i].left, right = incompatible_kinds[i].right;
        if ((kinds & 1u << left) && (kinds & 1u << right))
            status = reader_fault_at(reader, FAULT, node, "type: '%s' and '%s' exclude each other",
                                     kind_names[left], kind_names[right]);
    }
    if (status == 0 && node->kind == YAML_LIST && node->count == 0)
        status = reader_fault_at(reader, reader_strict(reader), node, "type: the list is empty");
    /* The legacy `validation` may have said some of it before. */
    package->scoring |= (kinds & 1u << KIND_SCORING) != 0;
    package->interactive |= (kinds & 1u << KIND_INTERACTIVE) != 0;
    package->multi_pass |= (kinds & 1u << KIND_MULTI_PASS) != 0;
    package->submit_answer = (kinds & 1u << KIND_SUBMIT_ANSWER) != 0;
    return status;
}

static int read_validation(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package *package = target;
    const char *const *words = NULL;
    int status = reader_strings(reader, node, true, &words);

    if (status < 0 || !words || !words[0])
        return status;
    reader->validation_given = true;
    package->custom_validation = strcmp(words[0], "custom") == 0;
    if (!package->custom_validation && strcmp(words[0], "default") != 0)
        return reader_fault_at(reader, FAULT, node,
                               "validation: must begin with 'default' or 'custom', found '%.100s'",
                               words[0]);
    for (size_t i = 1; words[i] && status == 0; i++) {
        bool *flag = strcmp(words[i], "interactive") == 0  ? &package->interactive
                     : strcmp(words[i], "multi-pass") == 0 ? &package->multi_pass
                     : strcmp(words[i], "score") == 0      ? &package->scoring
                                                           : NULL;
        if (!flag)
            status =
                reader_fault_at(reader, FAULT, node, "validation: unknown word '%.100s'", words[i]);
        else if (!package->custom_validation)
            status = reader_fault_at(reader, FAULT, node,
                                     "validation: '%s' is only possible with 'custom'", words[i]);
        else
            *flag = true;
    }
    return status;
}

static int read_validator_flags(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package *package = target;

    return reader_strings(reader, node, true, &package->validator_flags);
}

static int read_grading_objective(struct reader *reader, const struct yaml_node *node, void *target)
{
    const char *objective = "";
    int status = reader_string(reader, node, &objective);

    (void) target;
    if (status < 0 || strcmp(objective, "max") == 0 || strcmp(objective, "min") == 0 || !*objective)
        return status;
    return reader_fault_at(reader, FAULT, node, "objective: '%.100s' is neither 'max' nor 'min'",
                           objective);
}

static int read_grading(struct reader *reader, const struct yaml_node *node, void *target)
{
    /* Besides the two keys of today, those that old packages have here and not in testdata.yaml. */
    static const struct key_row rows[] = {
        { "objective", VERSIONS_LEGACY, read_grading_objective },
        { "show_test_data_groups", VERSIONS_LEGACY, reader_ignore },
        { "on_reject", VERSIONS_LEGACY, reader_ignore },
        { "accept_score", VERSIONS_LEGACY, reader_ignore },
        { "reject_score", VERSIONS_LEGACY, reader_ignore },
        { "range", VERSIONS_LEGACY, reader_ignore },
        { "custom_scoring", VERSIONS_LEGACY, reader_ignore },
    };

    return reader_walk(reader, node, rows, COUNT(rows), target);
}

/* ---- Names and lists ------------------------------------------------------------------------ */

static int read_name(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package *package = target;
    const struct yaml_node *title = node;

    if (node->kind == YAML_MAP) {
        title = yaml_get(node, "en");
        if (!title)
            title = node->children;
        if (!title)
            return reader_fault_at(reader, reader_strict(reader), node, "name: the map is empty");
    }
    return reader_string(reader, title, &package->name);
}

static int read_uuid(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package *package = target;

    return reader_string(reader, node, &package->uuid);
}

static int read_keywords(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package *package = target;

    return reader_strings(reader, node, reader_is(reader, VERSIONS_LEGACY), &package->keywords);
}

static int read_languages(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package *package = target;
    const char *const *ids = NULL;
    int status = reader_strings(reader, node, true, &ids);

    if (status < 0 || !ids)
        return status;
    if (!ids[0])
        return reader_fault_at(reader, reader_strict(reader), node, "languages: the list is empty");
    if (strcmp(ids[0], "all") != 0)
        package->languages = ids;
    return 0;
}

static int read_license(struct reader *reader, const struct yaml_node *node, void *target)
{
    static const char *const licenses[] = { "unknown",  "public domain", "cc0",       "cc by",
                                            "cc by-sa", "educational",   "permission" };
    const char *license = NULL;
    int status = reader_string(reader, node, &license);

    (void) target;
    for (size_t i = 0; license && i < COUNT(licenses); i++) {
        if (strcmp(license, licenses[i]) == 0)
            return status;
    }
    if (!license)
        return status;
    return reader_fault_at(reader, WARNING, node, "license: '%.100s' is none of the format's",
                           license);
}

static int read_embargo(struct reader *reader, const struct yaml_node *node, void *target)
{
    const char *date = NULL;
    int status = reader_string(reader, node, &date);

    (void) target;
    if (!date ||
        text_matches("\\A\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\dZ)?\\z", date, strlen(date)))
        return status;
    return reader_fault_at(reader, reader_strict(reader), node,
                           "embargo_until: '%.100s' is no date such as 2025-09-30", date);
}

static int read_file_writing(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package *package = target;

    return reader_bool(reader, node, &package->allow_file_writing);
}

static int read_constants(struct reader *reader, const struct yaml_node *node, void *target)
{
    int status = 0;

    (void) target;
    if (node->kind != YAML_MAP)
        return reader_fault_at(reader, FAULT, node, "constants: expected a map");
    for (const struct yaml_node *item = node->children; item && status == 0; item = item->next) {
        if (!text_matches("\\A[a-zA-Z_][a-zA-Z0-9_]*\\z", item->key, strlen(item->key)))
            status =
                reader_fault_at(reader, FAULT, item, "constants: '%.100s' is no name", item->key);
        else if (item->kind != YAML_SCALAR)
            status = reader_fault_at(reader, FAULT, item, "constants: %.100s is no number or text",
                                     item->key);
    }
    if (status == 0 && node->count > 0)
        status = reader_fault_at(reader, WARNING, node,
                                 "constants are not put into programs: {{name}} stays as it is");
    return status;
}

static int read_credits(struct reader *reader, const struct yaml_node *node, void *target)
{
    static const struct key_row rows[] = {
        { "authors", VERSIONS_NEW, reader_ignore },
        { "contributors", VERSIONS_NEW, reader_ignore },
        { "testers", VERSIONS_NEW, reader_ignore },
        { "translators", VERSIONS_NEW, reader_ignore },
        { "packagers", VERSIONS_NEW, reader_ignore },
        { "acknowledgements", VERSIONS_NEW, reader_ignore },
    };

    if (node->kind == YAML_SCALAR)
        return 0;
    return reader_walk(reader, node, rows, COUNT(rows), target);
}

/* ---- The file ------------------------------------------------------------------------------- */

static const struct key_row keys[] = {
    { "problem_format_version", VERSIONS_ALL, reader_ignore }, /* read before all others */
    { "type", VERSIONS_ALL, read_type },
    { "name", VERSIONS_ALL, read_name },
    { "uuid", VERSIONS_ALL, read_uuid },
    { "version", VERSIONS_NEW, reader_ignore },
    { "author", VERSIONS_LEGACY, reader_ignore },
    { "credits", VERSIONS_NEW, read_credits },
    { "source", VERSIONS_ALL, reader_ignore },
    { "source_url", VERSIONS_LEGACY, reader_ignore },
    { "license", VERSIONS_ALL, read_license },
    { "rights_owner", VERSIONS_ALL, reader_ignore },
    { "embargo_until", VERSIONS_NEW, read_embargo },
    { "limits", VERSIONS_ALL, reader_limits },
    { "validation", VERSIONS_LEGACY, read_validation },
    { "validator_flags", VERSIONS_LEGACY, read_validator_flags },
    { "grading", VERSIONS_LEGACY, read_grading },
    { "keywords", VERSIONS_ALL, read_keywords },
    { "languages", VERSIONS_ALL, read_languages },
    { "allow_file_writing", VERSIONS_NEW, read_file_writing },
    { "constants", VERSIONS_NEW, read_constants },
};

int reader_required(struct reader *reader)
{
    const struct package *package = reader->package;
    const char *path = reader_path(reader, "problem.yaml");
    int status = 0;

    if (!path)
        return -ENOMEM;
    if (reader->metadata_unreadable)
        return 0;
    if (!package->name)
        status = reader_fault(reader, reader_strict(reader), path, 0, "the problem has no name");
    if (status == 0 && !package->uuid && reader_is(reader, VERSIONS_NEW))
        status =
            reader_fault(reader, reader_is(reader, VERSION_BIT(PACKAGE_2025_09)) ? FAULT : WARNING,
                         path, 0, "the problem has no uuid");
    return status;
}

int reader_metadata(struct reader *reader)
{
    struct package *package = reader->package;
    struct yaml_node *root = NULL;
    const char *path = reader_path(reader, "problem.yaml");
    size_t faults = reader->faults->count;
    int status = reader_yaml(reader, path, &root);

    reader->metadata_unreadable = reader->faults->count > faults;
    if (status == 0)
        status = read_version(reader, yaml_get(root, "problem_format_version"));
    reader_default_limits(&package->limits, package->version);
    if (status == 0 && !file_exists(path))
        status = reader_fault(reader, WARNING, path, 0, "there is no problem.yaml");
    if (status == 0)
        status = reader_walk(reader, root, keys, COUNT(keys), package);
    package->pass_fail = !package->scoring;
    return status;
}
