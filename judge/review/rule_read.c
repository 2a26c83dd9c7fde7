/*
 * Theory of operation: a file of rules is YAML; a table says which keys there are, and each fault
 * is collected with its line while reading goes on, so that an author sees all of them at once.
 * Patterns are compiled here. Queries are not: their compiling takes long for the larger grammars,
 * and only those of languages that a repository has are needed.
 */

#include "judge/base/file.h"
#include "judge/base/yaml.h"
#include "judge/review/rule.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define RULE_FILES 500
#define RULES_MOST 500

static const struct {
    const char *name;
    unsigned languages;
    const char *path; /* of a fixture */
} languages[] = {
    { "python", RULE_BIT(SYNTAX_PYTHON), "source.py" },
    { "go", RULE_BIT(SYNTAX_GO), "source.go" },
    { "java", RULE_BIT(SYNTAX_JAVA), "Source.java" },
    { "kotlin", RULE_BIT(SYNTAX_KOTLIN), "Source.kt" },
    { "javascript", RULE_BIT(SYNTAX_JAVASCRIPT), "source.js" },
    { "typescript", RULE_BIT(SYNTAX_TYPESCRIPT) | RULE_BIT(SYNTAX_TSX), "source.ts" },
    { "rust", RULE_BIT(SYNTAX_RUST), "source.rs" },
    { "c", RULE_BIT(SYNTAX_C), "source.c" },
    { "cpp", RULE_BIT(SYNTAX_CPP), "source.cpp" },
    { "sql", RULE_SQL, "source.sql" },
    { "settings", RULE_SETTINGS, "settings.properties" },
};

struct reading {
    struct rules *rules;
    struct rule_faults *faults;
    bool faulty; /* the rule at hand */
    bool memory; /* was out */
};

static int fault_count(struct rule_faults *faults, const struct error *error)
{
    char text[1024];

    error_format(error, text, sizeof(text));
    if (faults->count++ == 0)
        faults->first = *error;
    return buffer_printf(&faults->text, "%s\n", text);
}

/* Takes over what `error` says; true, so that a caller may return it. */
static void fault(struct reading *reading, const struct error *error)
{
    reading->faulty = true;
    reading->memory |= error->code == -ENOMEM || fault_count(reading->faults, error) < 0;
}

#define FAULT(reading, node, ...)                                                                  \
    do {                                                                                           \
        struct error fault_error = { 0 };                                                          \
        error_at(&fault_error, -EINVAL, (node)->file, (node)->line, __VA_ARGS__);                  \
        fault(reading, &fault_error);                                                              \
    } while (0)

static const char *read_text(struct reading *reading, const struct yaml_node *map, const char *key)
{
    const struct yaml_node *node = yaml_get(map, key);
    const char *text = NULL;
    struct error error = { 0 };

    if (!node)
        FAULT(reading, map, "'%s' is missing", key);
    else if (yaml_as_string(node, &text, &error) < 0)
        fault(reading, &error);
    else if (!*text)
        FAULT(reading, node, "'%s' is empty", key);
    return text ? text : "";
}

static void check_keys(struct reading *reading, const struct yaml_node *map,
                       const char *const *known, size_t count)
{
    for (const struct yaml_node *child = map->children; child; child = child->next) {
        bool found = false;
        for (size_t i = 0; i < count && !found; i++)
            found = strcmp(known[i], child->key) == 0;
        if (!found)
            FAULT(reading, child, "'%s' is no key of this", child->key);
    }
}

/* ---- One way of finding -------------------------------------------------------------------------
 */

static const char *const condition_keys[RULE_SCOPES][2] = {
    [SCOPE_HIT] = { "has", "has not" },
    [SCOPE_COMMENTED] = { "commented has", "commented has not" },
    [SCOPE_INSIDE] = { "inside has", "inside has not" },
    [SCOPE_FUNCTION] = { "function has", "function has not" },
    [SCOPE_BEFORE] = { "before has", "before has not" },
    [SCOPE_AFTER] = { "after has", "after has not" },
    [SCOPE_FILE] = { "file has", "file has not" },
    [SCOPE_REPOSITORY] = { "repository has", "repository has not" },
};

static unsigned read_languages(struct reading *reading, const struct yaml_node *node)
{
    const char *const *names = NULL;
    struct error error = { 0 };
    size_t count = 0;
    unsigned bits = 0;

    if (yaml_as_strings(reading->rules->arena, node, true, &names, &count, &error) < 0) {
        fault(reading, &error);
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        unsigned found = 0;
        for (size_t k = 0; k < COUNT(languages); k++)
            found |= strcmp(languages[k].name, names[i]) == 0 ? languages[k].languages : 0;
        if (!found)
            FAULT(reading, node, "'%s' is no language of rules", names[i]);
        bits |= found;
    }
    return bits;
}

static void add_condition(struct reading *reading, struct rule_find *find,
                          const struct yaml_node *node, enum rule_scope scope, bool negative,
                          const char *text)
{
    struct rule_condition *condition = &find->conditions[find->condition_count++];
    struct error error = { 0 };

    *condition = (struct rule_condition){ .scope = scope, .negative = negative, .text = text };
    if (strstr(text, "${"))
        return;
    if (pattern_new(text, &condition->pattern, &error) < 0) {
        snprintf(error.file, sizeof(error.file), "%s", node->file);
        error.line = node->line;
        fault(reading, &error);
    }
}

static void read_conditions(struct reading *reading, const struct yaml_node *map,
                            struct rule_find *find)
{
    const char *const *texts = NULL;
    struct error error = { 0 };
    size_t count = 0, total = 0;

    for (const struct yaml_node *child = map->children; child; child = child->next)
        total += child->kind == YAML_LIST ? child->count : 1;
    find->conditions = arena_array(reading->rules->arena, total + 1, sizeof(*find->conditions));
    if (!find->conditions) {
        reading->memory = true;
        return;
    }
    for (int scope = 0; scope < RULE_SCOPES; scope++) {
        for (int negative = 0; negative < 2; negative++) {
            const struct yaml_node *node = yaml_get(map, condition_keys[scope][negative]);
            if (!node)
                continue;
            if (yaml_as_strings(reading->rules->arena, node, false, &texts, &count, &error) < 0) {
                fault(reading, &error);
                continue;
            }
            for (size_t i = 0; i < count; i++)
                add_condition(reading, find, node, (enum rule_scope) scope, negative == 1,
                              texts[i]);
        }
    }
}

static const char *const *read_types(struct reading *reading, const struct yaml_node *map,
                                     const char *key)
{
    const struct yaml_node *node = yaml_get(map, key);
    const char *const *types = NULL;
    struct error error = { 0 };
    size_t count = 0;

    if (node && yaml_as_strings(reading->rules->arena, node, true, &types, &count, &error) < 0)
        fault(reading, &error);
    return types;
}

static void read_way(struct reading *reading, const struct yaml_node *map, struct rule_find *find)
{
    const struct yaml_node *query = yaml_get(map, "query"), *pattern = yaml_get(map, "pattern");
    const struct yaml_node *check = yaml_get(map, "check");
    struct error error = { 0 };

    if (!query + !pattern + !check != 2) {
        FAULT(reading, map, "one of 'query', 'pattern' and 'check' is needed");
        return;
    }
    if (check) {
        find->check = read_text(reading, map, "check");
        if (!rule_is_check(find->check))
            FAULT(reading, check, "'%s' is no built-in check", find->check);
    } else if (query) {
        find->query = read_text(reading, map, "query");
        find->query_line = query->line;
        if (find->languages & (RULE_SQL | RULE_SETTINGS))
            FAULT(reading, query, "SQL and settings are looked at by 'pattern' or 'check'");
    } else {
        find->pattern_text = read_text(reading, map, "pattern");
        if (pattern_new(find->pattern_text, &find->pattern, &error) < 0) {
            snprintf(error.file, sizeof(error.file), "%s", pattern->file);
            error.line = pattern->line;
            fault(reading, &error);
        }
    }
}

static void read_find(struct reading *reading, const struct yaml_node *map, struct rule_find *find)
{
    static const char *const others[] = { "in",      "query",  "pattern", "check",
                                          "message", "inside", "outside" };
    const char *known[COUNT(others) + (size_t) RULE_SCOPES * 2];
    size_t count = 0;

    if (map->kind != YAML_MAP) {
        FAULT(reading, map, "'find' is a list of maps");
        return;
    }
    for (size_t i = 0; i < COUNT(others); i++)
        known[count++] = others[i];
    for (int i = 0; i < RULE_SCOPES; i++) {
        known[count++] = condition_keys[i][0];
        known[count++] = condition_keys[i][1];
    }
    check_keys(reading, map, known, count);
    if (yaml_get(map, "in"))
        find->languages = read_languages(reading, yaml_get(map, "in"));
    else
        FAULT(reading, map, "'in' is missing: the languages");
    find->message = read_text(reading, map, "message");
    find->inside = read_types(reading, map, "inside");
    find->outside = read_types(reading, map, "outside");
    read_way(reading, map, find);
    read_conditions(reading, map, find);
    bool more = find->inside || find->outside;
    for (size_t i = 0; i < find->condition_count; i++)
        more |= find->conditions[i].scope != SCOPE_REPOSITORY;
    if (find->check && more)
        FAULT(reading, map, "beside 'check', the only condition is one on the repository");
}

static void read_finds(struct reading *reading, const struct yaml_node *map, struct rule *rule)
{
    const struct yaml_node *list = yaml_get(map, "find");

    if (!list || list->kind != YAML_LIST || list->count == 0) {
        FAULT(reading, list ? list : map, "'find' is missing: a list of ways to find it");
        return;
    }
    rule->finds = arena_array(reading->rules->arena, list->count, sizeof(*rule->finds));
    if (!rule->finds) {
        reading->memory = true;
        return;
    }
    for (const struct yaml_node *child = list->children; child; child = child->next) {
        struct rule_find *find = &rule->finds[rule->find_count++];
        find->rule = rule;
        read_find(reading, child, find);
    }
}

/* ---- Fixtures -----------------------------------------------------------------------------------
 */

static void read_fixture(struct reading *reading, const struct yaml_node *node, const char *path,
                         struct rule_fixture *fixture)
{
    size_t count = node->kind == YAML_MAP ? node->count : 1;
    struct source *files = arena_array(reading->rules->arena, count + 1, sizeof(*files));
    const struct yaml_node *child = node->kind == YAML_MAP ? node->children : node;

    if (!files) {
        reading->memory = true;
        return;
    }
    fixture->files = files;
    fixture->line = node->line;
    for (size_t i = 0; i < count && child; i++, child = child->next) {
        struct error error = { 0 };
        const char *text = NULL;
        if (yaml_as_string(child, &text, &error) < 0) {
            fault(reading, &error);
            return;
        }
        char *copy = arena_strdup(reading->rules->arena, text);
        reading->memory |= !copy;
        files[fixture->count++] = (struct source){
            .path = node->kind == YAML_MAP ? child->key : path,
            .text = copy,
            .size = strlen(text),
        };
    }
}

static size_t language_row(const char *name)
{
    size_t row = 0;

    while (row < COUNT(languages) && strcmp(languages[row].name, name) != 0)
        row++;
    return row;
}

static size_t count_examples(const struct yaml_node *by_language)
{
    size_t total = 0;

    for (const struct yaml_node *child = by_language->children; child; child = child->next)
        total += child->kind == YAML_LIST ? child->count : 0;
    return total;
}

static void read_fixtures(struct reading *reading, const struct yaml_node *map, const char *key,
                          struct rule_fixture **ret, size_t *ret_count)
{
    const struct yaml_node *by_language = yaml_get(map, key);
    size_t count = 0;

    if (!by_language || by_language->kind != YAML_MAP || by_language->count == 0) {
        FAULT(reading, by_language ? by_language : map, "'%s' is missing: examples by language",
              key);
        return;
    }
    struct rule_fixture *list =
        arena_array(reading->rules->arena, count_examples(by_language) + 1, sizeof(*list));
    if (!list) {
        reading->memory = true;
        return;
    }
    for (const struct yaml_node *child = by_language->children; child; child = child->next) {
        size_t row = language_row(child->key);
        if (row == COUNT(languages) || child->kind != YAML_LIST || child->count == 0) {
            FAULT(reading, child, "'%s': a language with a list of examples is needed", child->key);
            continue;
        }
        for (const struct yaml_node *item = child->children; item; item = item->next) {
            list[count].language = languages[row].languages;
            read_fixture(reading, item, languages[row].path, &list[count++]);
        }
    }
    *ret = list;
    *ret_count = count;
}

/* Each language that a rule looks at is shown to be found, and to be left alone. */
static void check_fixtures(struct reading *reading, const struct yaml_node *map,
                           const struct rule *rule)
{
    unsigned wanted = 0, hits = 0, misses = 0;

    for (size_t i = 0; i < rule->find_count; i++)
        wanted |= rule->finds[i].languages;
    for (size_t i = 0; i < rule->hit_count; i++)
        hits |= rule->hits[i].language;
    for (size_t i = 0; i < rule->miss_count; i++)
        misses |= rule->misses[i].language;
    for (size_t i = 0; i < COUNT(languages); i++) {
        unsigned bits = languages[i].languages;
        if ((wanted & bits) && !((hits & bits) && (misses & bits)))
            FAULT(reading, map, "rule '%s' has no hits or no misses in %s", rule->id,
                  languages[i].name);
    }
}

/* ---- Rules --------------------------------------------------------------------------------------
 */

static int read_word(struct reading *reading, const struct yaml_node *map, const char *key,
                     const char *const *words, size_t count)
{
    const char *text = read_text(reading, map, key);

    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], text) == 0)
            return (int) i;
    }
    if (*text)
        FAULT(reading, yaml_get(map, key), "'%s' cannot be '%s'", key, text);
    return 0;
}

static bool read_flag(struct reading *reading, const struct yaml_node *map, const char *key)
{
    const struct yaml_node *node = yaml_get(map, key);
    struct error error = { 0 };
    bool flag = false;

    if (node && yaml_as_bool(node, &flag, &error) < 0)
        fault(reading, &error);
    return flag;
}

static void check_id(struct reading *reading, const struct yaml_node *map, const char *id)
{
    if (*id && !text_matches("\\A[a-z][a-z0-9]*(-[a-z0-9]+)*\\z", id, strlen(id)))
        FAULT(reading, yaml_get(map, "id"), "an id is of small letters, digits and '-'");
    if (rules_find(reading->rules, id))
        FAULT(reading, yaml_get(map, "id"), "there is a rule '%s' already", id);
}

static struct rule *read_rule(struct reading *reading, const struct yaml_node *map)
{
    static const char *const keys[] = { "id",     "title", "severity",  "principle", "why",
                                        "remedy", "tests", "debugging", "once",      "for",
                                        "find",   "hits",  "misses",    "covers" };
    static const char *const tests[] = { "never", "also", "only" };
    static const char *const subjects[] = { "any", "repository" };
    static const char *const principles[] = { "errors",   "limits",  "concurrency",   "data",
                                              "security", "clarity", "observability", "tests",
                                              "readme",   "history" };
    struct rule *rule = arena_alloc(reading->rules->arena, sizeof(*rule));

    if (!rule) {
        reading->memory = true;
        return NULL;
    }
    check_keys(reading, map, keys, COUNT(keys));
    rule->file = map->file;
    rule->line = map->line;
    rule->id = read_text(reading, map, "id");
    check_id(reading, map, rule->id);
    rule->title = read_text(reading, map, "title");
    rule->why = read_text(reading, map, "why");
    rule->remedy = read_text(reading, map, "remedy");
    rule->severity =
        (enum severity) read_word(reading, map, "severity", severity_names, SEVERITIES);
    rule->principle =
        principles[read_word(reading, map, "principle", principles, COUNT(principles))];
    if (yaml_get(map, "tests"))
        rule->tests = (enum rule_tests) read_word(reading, map, "tests", tests, COUNT(tests));
    if (yaml_get(map, "for"))
        rule->of_repository = read_word(reading, map, "for", subjects, COUNT(subjects)) == 1;
    rule->debugging = read_flag(reading, map, "debugging");
    rule->once = read_flag(reading, map, "once");
    if (yaml_get(map, "covers"))
        rule->covers = read_text(reading, map, "covers");
    read_finds(reading, map, rule);
    read_fixtures(reading, map, "hits", &rule->hits, &rule->hit_count);
    read_fixtures(reading, map, "misses", &rule->misses, &rule->miss_count);
    if (!reading->faulty)
        check_fixtures(reading, map, rule);
    return rule;
}

static void free_rule(const struct rule *rule)
{
    for (size_t i = 0; i < rule->find_count; i++) {
        pattern_free(rule->finds[i].pattern);
        for (size_t k = 0; k < rule->finds[i].condition_count; k++)
            pattern_free(rule->finds[i].conditions[k].pattern);
    }
}

static int keep_rule(struct reading *reading, struct rule *rule)
{
    struct rules *rules = reading->rules;
    size_t at = rules->count;

    if (reading->memory || reading->faulty || rules->count >= RULES_MOST ||
        array_reserve((void **) &rules->items, rules->count, &rules->capacity,
                      sizeof(*rules->items)) < 0) {
        free_rule(rule);
        return reading->faulty && !reading->memory ? 0 : -ENOMEM;
    }
    for (; at > 0 && strcmp(rules->items[at - 1]->id, rule->id) > 0; at--)
        rules->items[at] = rules->items[at - 1];
    rules->items[at] = rule;
    rules->count++;
    return 0;
}

int rules_add(struct rules *rules, const char *file, const char *text, size_t size,
              struct rule_faults *faults, struct error *error)
{
    struct yaml_node *root = NULL;
    struct error wrong = { 0 };
    struct reading reading = { .rules = rules, .faults = faults };
    int failed = yaml_parse(rules->arena, file, text, size, &root, &wrong);

    if (failed == -ENOMEM)
        return error_set(error, failed, "out of memory");
    if (failed < 0) {
        fault(&reading, &wrong);
    } else if (!root || root->kind == YAML_SCALAR) {
        error_at(&wrong, -EINVAL, file, 1, "a rule, or a list of rules, is needed");
        fault(&reading, &wrong);
    } else {
        const struct yaml_node *map = root->kind == YAML_LIST ? root->children : root;
        for (; map && !reading.memory; map = root->kind == YAML_LIST ? map->next : NULL) {
            reading.faulty = false;
            if (map->kind != YAML_MAP) {
                FAULT(&reading, map, "a rule is a map");
                continue;
            }
            struct rule *rule = read_rule(&reading, map);
            if (!rule || keep_rule(&reading, rule) < 0)
                return error_set(error, -ENOMEM, "out of memory");
        }
    }
    return reading.memory ? error_set(error, -ENOMEM, "out of memory") : 0;
}

struct rules *rules_new(void)
{
    struct arena *arena = arena_new();
    struct rules *rules = arena ? arena_alloc(arena, sizeof(*rules)) : NULL;

    if (!rules) {
        arena_free(arena);
        return NULL;
    }
    rules->arena = arena;
    return rules;
}

void rules_free(struct rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->count; i++)
        free_rule(rules->items[i]);
    for (int i = 0; i < SYNTAX_LANGUAGES; i++) {
        syntax_query_free(rules->queries[i].query);
        free(rules->queries[i].finds);
        free(rules->queries[i].starts);
    }
    free(rules->items);
    arena_free(rules->arena);
}

const struct rule *rules_find(const struct rules *rules, const char *id)
{
    for (size_t i = 0; i < rules->count; i++) {
        if (strcmp(rules->items[i]->id, id) == 0)
            return rules->items[i];
    }
    return NULL;
}

static int read_all(struct rules *rules, const char *directory, struct rule_faults *faults,
                    struct error *error)
{
    const char *const *names = NULL;
    size_t count = 0;
    int failed = file_list(rules->arena, directory, &names, &count, error);

    for (size_t i = 0; !failed && i < count && i < RULE_FILES; i++) {
        AUTO_FREE char *text = NULL;
        size_t size = 0;
        const char *path = arena_printf(rules->arena, "%s/%s", directory, names[i]);

        if (!path)
            return error_set(error, -ENOMEM, "out of memory");
        if (names[i][0] == '.' || strcmp(path_ending(path), "yaml") != 0)
            continue;
        failed = file_read(path, (size_t) 1 << 20, &text, &size, error);
        if (!failed)
            failed = rules_add(rules, path, text, size, faults, error);
    }
    return failed;
}

/* A rule may cover one of a file that is read later. */
static int check_covers(const struct rules *rules, struct rule_faults *faults)
{
    struct error error = { 0 };
    int failed = 0;

    for (size_t i = 0; !failed && i < rules->count; i++) {
        const struct rule *rule = rules->items[i];
        if (!rule->covers || rules_find(rules, rule->covers))
            continue;
        error_at(&error, -EINVAL, rule->file, rule->line, "covers: there is no rule '%s'",
                 rule->covers);
        failed = fault_count(faults, &error);
    }
    return failed;
}

int rules_read(const char *directory, struct rules **ret, struct rule_faults *faults,
               struct error *error)
{
    struct rules *rules = rules_new();

    if (!rules)
        return error_set(error, -ENOMEM, "out of memory");
    int failed = read_all(rules, directory, faults, error);
    if (failed == 0 && check_covers(rules, faults) < 0)
        failed = error_set(error, -ENOMEM, "out of memory");
    if (failed < 0) {
        rules_free(rules);
        return failed;
    }
    *ret = rules;
    return 0;
}
