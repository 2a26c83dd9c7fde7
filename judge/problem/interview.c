/*
 * What interview.yaml says to a judge: what the programs of each language get of the time limit,
 * and how the time of single submissions grows. Its other keys are for people.
 */
#include "judge/problem/reader.h"

#include <errno.h>
#include <string.h>

/* ---- Factors of the time limit -------------------------------------------------------------- */

/* As programs of some languages take a fraction of the time of others: a limit that is fair to
 * those lets a worse algorithm pass in these. DOMjudge has a time factor for each language, too. */
#define LEAST_FACTOR 0.01
#define MOST_FACTOR 100

static int read_factors(struct reader *reader, const struct yaml_node *map)
{
    struct time_factor *factors;

    if (map->kind != YAML_MAP)
        return reader_fault_at(reader, FAULT, map, "time_factors: expected a map of languages");
    factors = arena_array(reader->arena, map->count + 1, sizeof(*factors));
    if (!factors)
        return -ENOMEM;
    reader->package->time_factors = factors;
    for (const struct yaml_node *node = map->children; node; node = node->next) {
        double factor = -1;
        int status = reader_double(reader, node, LEAST_FACTOR, MOST_FACTOR, &factor);

        if (status < 0)
            return status;
        if (factor > 0)
            factors[reader->package->time_factor_count++] =
                (struct time_factor){ node->key, factor };
    }
    return 0;
}

/* ---- How submissions grow ------------------------------------------------------------------- */

static struct package_submission *find_submission(struct package *package, const char *name)
{
    for (size_t i = 0; i < package->submission_count; i++)
        if (strcmp(package->submissions[i].name, name) == 0)
            return &package->submissions[i];
    return NULL;
}

/* The classes that growth tells apart. */
static bool is_class(const char *text)
{
    static const char *const classes[] = { "O(1)",       "O(log n)",    "O(sqrt n)", "O(n)",
                                           "O(n log n)", "O(n sqrt n)", "O(n^2)",    "O(n^2 log n)",
                                           "O(n^3)",     "O(2^n)" };

    for (size_t i = 0; i < COUNT(classes); i++)
        if (strcmp(text, classes[i]) == 0)
            return true;
    return false;
}

static int read_reference(struct reader *reader, const struct yaml_node *node)
{
    struct package_submission *submission = find_submission(reader->package, node->key);
    const char *text = NULL;
    int status = reader_string(reader, node, &text);

    if (status < 0 || !text)
        return status;
    if (!submission)
        return reader_fault_at(reader, FAULT, node,
                               "references: '%.100s' is not below submissions/", node->key);
    if (!is_class(text))
        return reader_fault_at(reader, FAULT, node,
                               "references: '%.60s' is no class of growth, such as O(n log n)",
                               text);
    submission->growth = text;
    return 0;
}

static int read_references(struct reader *reader, const struct yaml_node *map)
{
    int status = 0;

    if (map->kind != YAML_MAP)
        return reader_fault_at(
            reader, FAULT, map,
            "references: expected a map of submissions, \"accepted/a.cpp: O(n)\"");
    for (const struct yaml_node *node = map->children; node && status == 0; node = node->next)
        status = read_reference(reader, node);
    return status;
}

/* ---- All of it ------------------------------------------------------------------------------ */

int reader_interview(struct reader *reader)
{
    const char *path = reader_path(reader, "interview.yaml");
    struct yaml_node *root = NULL;
    int status = path ? reader_yaml(reader, path, &root) : -ENOMEM;

    if (status < 0 || !root)
        return status;
    const struct yaml_node *factors = yaml_get(root, "time_factors");
    const struct yaml_node *references = yaml_get(yaml_get(root, "complexity"), "references");

    if (factors)
        status = read_factors(reader, factors);
    return status == 0 && references ? read_references(reader, references) : status;
}

double package_time_factor(const struct package *package, const char *language)
{
    for (size_t i = 0; i < package->time_factor_count; i++)
        if (strcmp(package->time_factors[i].language, language) == 0)
            return package->time_factors[i].factor;
    return 1;
}
