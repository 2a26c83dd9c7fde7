/*
 * Reading rubrics. A rubric that extends another is read on top of it: what it says replaces what
 * is there, criteria and gates are known by their ids, and whatever it does not mention stays. Each
 * thing keeps the file and line where it was last said.
 */

#include "judge/rubric/reader.h"

#include <string.h>

/* ---- Criteria ------------------------------------------------------------------------------- */

static int read_level(struct reader *reader, const struct yaml_node *node,
                      struct criterion *criterion)
{
    static const char *const keys[] = { "anchor", "when", NULL };
    const char *key = node->key;

    if (key[0] < '1' || key[0] > '4' || key[1])
        return error_at(reader->error, -EINVAL, node->file, node->key_line,
                        "levels are 1 (strong no hire) to 4 (strong hire), not '%.20s'", key);
    struct level *level = &criterion->levels[key[0] - '0'];
    level->file = node->file;
    level->line = node->key_line;
    if (node->kind == YAML_SCALAR)
        return yaml_as_string(node, &level->anchor, reader->error);
    int status = rubric_reader_keys(reader, node, "a level", keys);
    if (status == 0)
        status = rubric_reader_text(reader, node, "anchor", &level->anchor);
    const struct yaml_node *when = yaml_get(node, "when");
    if (status == 0 && when && level == &criterion->levels[LEVEL_LOWEST])
        return rubric_reader_fault(reader, when, "level 1 is what is left: it has no conditions");
    return status < 0 || !when ? status : rubric_reader_conditions(reader, when, level);
}

static int read_levels(struct reader *reader, const struct yaml_node *map,
                       struct criterion *criterion)
{
    const struct yaml_node *levels = yaml_get(map, "levels");
    int status = 0;

    if (!levels)
        return 0;
    if (levels->kind != YAML_MAP)
        return rubric_reader_fault(reader, levels, "levels is a map from 1 to 4");
    for (const struct yaml_node *node = levels->children; node && status == 0; node = node->next)
        status = read_level(reader, node, criterion);
    return status;
}

static int read_cap(struct reader *reader, const struct yaml_node *node, struct cap *ret)
{
    static const char *const keys[] = { "at most", "when", "says", NULL };
    int status = rubric_reader_keys(reader, node, "a cap", keys);
    const struct yaml_node *most = status < 0 ? NULL : yaml_get(node, "at most");

    if (status == 0 && !most)
        return rubric_reader_fault(reader, node, "a cap needs 'at most'");
    if (status == 0)
        status = rubric_reader_level(reader, most, LEVEL_LOWEST, &ret->at_most);
    return status < 0 ? status : rubric_reader_said(reader, node, "when", &ret->when);
}

static int read_caps(struct reader *reader, const struct yaml_node *map,
                     struct criterion *criterion)
{
    const struct yaml_node *list = yaml_get(map, "caps");
    int status = 0;
    size_t used = 0;

    if (!list)
        return 0;
    if (list->kind != YAML_LIST || list->count > RUBRIC_CONDITIONS)
        return rubric_reader_fault(reader, list, "caps is a list, of at most %d",
                                   RUBRIC_CONDITIONS);
    struct cap *caps = arena_array(reader->rubric->arena, list->count + 1, sizeof(*caps));
    if (!caps)
        return rubric_reader_no_memory(reader);
    for (const struct yaml_node *node = list->children; node && status == 0; node = node->next)
        status = read_cap(reader, node, &caps[used++]);
    criterion->caps = caps;
    criterion->cap_count = used;
    return status;
}

static int read_rated_by(struct reader *reader, const struct yaml_node *map,
                         struct criterion *criterion)
{
    const char *who = NULL;
    int status = rubric_reader_text(reader, map, "rated by", &who);

    if (status < 0 || !who)
        return status;
    if (strcmp(who, "person") != 0 && strcmp(who, "evidence") != 0)
        return rubric_reader_fault(reader, yaml_get(map, "rated by"),
                                   "rated by is person or evidence");
    criterion->by_person = !strcmp(who, "person");
    return 0;
}

static int read_weight(struct reader *reader, const struct yaml_node *map,
                       struct criterion *criterion)
{
    const struct yaml_node *node = yaml_get(map, "weight");

    if (!node)
        return 0;
    criterion->weight_line = node->line;
    return yaml_as_double(node, 0, 1, &criterion->weight, reader->error);
}

static int read_criterion_keys(struct reader *reader, const struct yaml_node *node,
                               struct criterion *criterion)
{
    int status = rubric_reader_text(reader, node, "title", &criterion->title);

    criterion->file = node->file;
    criterion->line = node->line;
    if (status == 0)
        status = rubric_reader_text(reader, node, "about", &criterion->about);
    if (status == 0)
        status = read_weight(reader, node, criterion);
    if (status == 0)
        status = read_rated_by(reader, node, criterion);
    if (status == 0)
        status = rubric_reader_missing(reader, node, &criterion->missing);
    if (status == 0)
        status = read_levels(reader, node, criterion);
    return status < 0 ? status : read_caps(reader, node, criterion);
}

static bool id_valid(const char *id)
{
    size_t length = strlen(id);

    return length > 0 && length <= 40 &&
           strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

static int read_id(struct reader *reader, const struct yaml_node *map, const char *what,
                   const char **ret)
{
    int status = rubric_reader_text(reader, map, "id", ret);

    if (status == 0 && !*ret)
        return rubric_reader_fault(reader, map, "%s needs an 'id'", what);
    if (status == 0 && !id_valid(*ret))
        return rubric_reader_fault(reader, yaml_get(map, "id"),
                                   "an id has lowercase letters, digits and dashes");
    return status;
}

static size_t find_criterion(const struct rubric *rubric, const char *id)
{
    size_t i = 0;

    while (i < rubric->count && strcmp(rubric->criteria[i]->id, id) != 0)
        i++;
    return i;
}

static bool is_dropped(const struct yaml_node *map)
{
    const struct yaml_node *node = yaml_get(map, "drop");

    return node && node->kind == YAML_SCALAR && !strcmp(node->text, "true");
}

static int drop_criterion(struct reader *reader, const struct yaml_node *node, size_t place)
{
    struct rubric *rubric = reader->rubric;

    if (place == rubric->count)
        return rubric_reader_fault(reader, node, "there is no such criterion to drop");
    memmove(&rubric->criteria[place], &rubric->criteria[place + 1],
            (rubric->count - place - 1) * sizeof(*rubric->criteria));
    rubric->count--;
    return 0;
}

static int add_criterion(struct reader *reader, const struct yaml_node *node, const char *id)
{
    struct rubric *rubric = reader->rubric;
    struct criterion *criterion = arena_alloc(rubric->arena, sizeof(*criterion));

    if (rubric->count == RUBRIC_CRITERIA)
        return rubric_reader_fault(reader, node, "over %d criteria", RUBRIC_CRITERIA);
    if (!criterion || array_reserve((void **) &rubric->criteria, rubric->count, &rubric->capacity,
                                    sizeof(*rubric->criteria)) < 0)
        return rubric_reader_no_memory(reader);
    criterion->id = criterion->title = id;
    criterion->weight_line = node->line;
    rubric->criteria[rubric->count++] = criterion;
    return 0;
}

static int read_criterion(struct reader *reader, const struct yaml_node *node)
{
    static const char *const keys[] = { "id",      "title",  "about", "weight", "rated by",
                                        "missing", "levels", "caps",  "drop",   NULL };
    const char *id = NULL;
    int status = rubric_reader_keys(reader, node, "a criterion", keys);

    if (status == 0)
        status = read_id(reader, node, "a criterion", &id);
    if (status < 0 || !id)
        return status;
    size_t place = find_criterion(reader->rubric, id);
    if (is_dropped(node))
        return drop_criterion(reader, node, place);
    if (place < reader->rubric->count && reader->rubric->criteria[place]->file == node->file)
        return rubric_reader_fault(reader, node, "the criterion '%s' is here twice", id);
    if (place == reader->rubric->count)
        status = add_criterion(reader, node, id);
    return status < 0 ? status : read_criterion_keys(reader, node, reader->rubric->criteria[place]);
}

/* ---- Gates and recommendations -------------------------------------------------------------- */

static int place_gate(struct reader *reader, struct gate *gate)
{
    struct rubric *rubric = reader->rubric;

    for (size_t i = 0; i < rubric->gate_count; i++) {
        if (!strcmp(rubric->gates[i]->id, gate->id)) {
            rubric->gates[i] = gate;
            return 0;
        }
    }
    if (array_reserve((void **) &rubric->gates, rubric->gate_count, &rubric->gate_capacity,
                      sizeof(*rubric->gates)) < 0)
        return rubric_reader_no_memory(reader);
    rubric->gates[rubric->gate_count++] = gate;
    return 0;
}

static int read_gate(struct reader *reader, const struct yaml_node *node)
{
    static const char *const keys[] = { "id", "that", "says", "at most", NULL };
    struct gate *gate = arena_alloc(reader->rubric->arena, sizeof(*gate));
    int status = rubric_reader_keys(reader, node, "a gate", keys);

    if (!gate)
        return rubric_reader_no_memory(reader);
    if (status == 0)
        status = read_id(reader, node, "a gate", &gate->id);
    if (status < 0)
        return status;
    gate->at_most = LEVEL_LOWEST;
    if (yaml_get(node, "at most"))
        status =
            rubric_reader_level(reader, yaml_get(node, "at most"), LEVEL_LOWEST, &gate->at_most);
    if (status == 0)
        status = rubric_reader_said(reader, node, "that", &gate->that);
    if (status == 0 && reader->rubric->gate_count == RUBRIC_CONDITIONS)
        return rubric_reader_fault(reader, node, "over %d gates", RUBRIC_CONDITIONS);
    return status < 0 ? status : place_gate(reader, gate);
}

static int read_needs(struct reader *reader, const struct yaml_node *map,
                      struct requirement *requirement)
{
    size_t used = 0;

    if (map->kind != YAML_MAP || map->count > RUBRIC_CRITERIA)
        return rubric_reader_fault(reader, map, "needs is a map from criteria to levels");
    struct need *needs = arena_array(reader->rubric->arena, map->count + 1, sizeof(*needs));
    if (!needs)
        return rubric_reader_no_memory(reader);
    for (const struct yaml_node *node = map->children; node; node = node->next) {
        needs[used] = (struct need){ .criterion = node->key, .line = node->line };
        int status = rubric_reader_level(reader, node, LEVEL_LOWEST + 1, &needs[used++].level);
        if (status < 0)
            return status;
    }
    requirement->needs = needs;
    requirement->need_count = used;
    return 0;
}

static int read_requirement(struct reader *reader, const struct yaml_node *node)
{
    static const char *const keys[] = { "score", "needs", NULL };
    const char *key = node->key;

    if (key[0] < '2' || key[0] > '4' || key[1])
        return error_at(reader->error, -EINVAL, node->file, node->key_line,
                        "recommendations are 2 (no hire) to 4 (strong hire), not '%.20s'", key);
    struct requirement *requirement = &reader->rubric->overall[key[0] - '0'];
    int status = rubric_reader_keys(reader, node, "a recommendation", keys);
    requirement->file = node->file;
    requirement->line = node->key_line;
    if (status == 0 && yaml_get(node, "score"))
        status = yaml_as_double(yaml_get(node, "score"), LEVEL_LOWEST, LEVEL_HIGHEST,
                                &requirement->score, reader->error);
    if (status == 0 && yaml_get(node, "needs"))
        status = read_needs(reader, yaml_get(node, "needs"), requirement);
    return status;
}

static int read_overall(struct reader *reader, const struct yaml_node *map)
{
    static const char *const keys[] = { "scored", "levels", NULL };
    int status = rubric_reader_keys(reader, map, "overall", keys);
    const struct yaml_node *levels = status < 0 ? NULL : yaml_get(map, "levels");

    if (status == 0 && yaml_get(map, "scored"))
        status =
            yaml_as_double(yaml_get(map, "scored"), 0, 1, &reader->rubric->scored, reader->error);
    if (status == 0 && levels && levels->kind != YAML_MAP)
        return rubric_reader_fault(reader, levels, "levels is a map from 2 to 4");
    for (const struct yaml_node *node = levels ? levels->children : NULL; node && status == 0;
         node = node->next)
        status = read_requirement(reader, node);
    reader->rubric->overall_line = map->line;
    reader->rubric->overall_file = map->file;
    return status;
}

/* ---- The file ------------------------------------------------------------------------------- */

static int read_kinds(struct reader *reader, const struct yaml_node *node)
{
    const char *const *names;
    size_t count;
    unsigned kinds = 0;
    int status = yaml_as_strings(reader->rubric->arena, node, false, &names, &count, reader->error);

    for (size_t i = 0; i < count && status == 0; i++) {
        unsigned kind = evidence_kind_find(names[i]);
        if (!kind)
            return rubric_reader_fault(
                reader, node, "evidence is of algorithm, service or review, not '%.40s'", names[i]);
        kinds |= kind;
    }
    if (status == 0)
        reader->rubric->kinds = kinds;
    return status;
}

static int read_list(struct reader *reader, const struct yaml_node *root, const char *key,
                     int (*read)(struct reader *, const struct yaml_node *))
{
    const struct yaml_node *list = yaml_get(root, key);
    int status = 0;

    if (list && list->kind != YAML_LIST)
        return rubric_reader_fault(reader, list, "%s is a list", key);
    for (const struct yaml_node *node = list ? list->children : NULL; node && status == 0;
         node = node->next)
        status = read(reader, node);
    return status;
}

static int read_head(struct reader *reader, const struct yaml_node *root)
{
    struct rubric *rubric = reader->rubric;
    const struct yaml_node *version = yaml_get(root, "version");
    int64_t number = rubric->version;
    int status = rubric_reader_text(reader, root, "rubric", &rubric->id);

    if (status == 0 && (!yaml_get(root, "rubric") || !id_valid(rubric->id)))
        return rubric_reader_fault(reader, root, "a rubric begins with its id: 'rubric: name'");
    if (status == 0)
        status = rubric_reader_text(reader, root, "title", &rubric->title);
    if (status == 0)
        status = rubric_reader_text(reader, root, "about", &rubric->about);
    if (status == 0 && version)
        status = yaml_as_int(version, 1, 1000000, &number, reader->error);
    rubric->version = (int) number;
    if (status == 0 && yaml_get(root, "for"))
        status = read_kinds(reader, yaml_get(root, "for"));
    return status < 0 ? status : rubric_reader_missing(reader, root, &rubric->missing);
}

static int read_file(struct reader *reader, const char *file, const char *text, size_t size);

/* NOLINTNEXTLINE(misc-no-recursion): RUBRIC_DEPTH bounds it */
static int read_base(struct reader *reader, const struct yaml_node *node)
{
    AUTO_FREE char *text = NULL;
    AUTO_FREE char *path = NULL;
    const char *name;
    size_t size = 0;
    int status = yaml_as_string(node, &name, reader->error);

    if (status < 0)
        return status;
    if (!reader->source)
        return rubric_reader_fault(reader, node, "extends: there are no other rubrics here");
    status = reader->source->load(reader->source->context, name, node->file, &text, &size, &path,
                                  reader->error);
    if (status < 0) {
        error_context(reader->error, "extends");
        if (reader->error->file[0])
            return status;
        snprintf(reader->error->file, sizeof(reader->error->file), "%s", node->file);
        reader->error->line = node->line;
        return status;
    }
    const char *kept = arena_strdup(reader->rubric->arena, path);
    if (!kept)
        return rubric_reader_no_memory(reader);
    for (size_t i = 0; i < reader->depth; i++)
        if (!strcmp(reader->files[i], kept))
            return rubric_reader_fault(reader, node, "extends: a ring: %.200s extends itself",
                                       kept);
    return read_file(reader, kept, text, size);
}

/* NOLINTNEXTLINE(misc-no-recursion): RUBRIC_DEPTH bounds it */
static int read_root(struct reader *reader, const struct yaml_node *root)
{
    static const char *const keys[] = { "rubric",  "title",    "about", "version", "extends", "for",
                                        "missing", "criteria", "gates", "overall", NULL };
    int status = rubric_reader_keys(reader, root, "a rubric", keys);

    if (status == 0 && yaml_get(root, "extends"))
        status = read_base(reader, yaml_get(root, "extends"));
    if (status == 0)
        status = read_head(reader, root);
    if (status == 0)
        status = read_list(reader, root, "criteria", read_criterion);
    if (status == 0)
        status = read_list(reader, root, "gates", read_gate);
    if (status == 0 && yaml_get(root, "overall"))
        status = read_overall(reader, yaml_get(root, "overall"));
    return status;
}

/* NOLINTNEXTLINE(misc-no-recursion): RUBRIC_DEPTH bounds it */
static int read_file(struct reader *reader, const char *file, const char *text, size_t size)
{
    struct yaml_node *root = NULL;

    if (reader->depth == RUBRIC_DEPTH)
        return error_at(reader->error, -EINVAL, file, 1, "extends: over %d files", RUBRIC_DEPTH);
    if (size > RUBRIC_BYTES)
        return error_at(reader->error, -EINVAL, file, 0, "a rubric of over 1 MiB");
    int status = yaml_parse(reader->rubric->arena, file, text, size, &root, reader->error);
    if (status == 0 && !root)
        return error_at(reader->error, -EINVAL, file, 1, "the file is empty");
    if (status < 0)
        return status;
    reader->files[reader->depth++] = root->file;
    status = read_root(reader, root);
    reader->depth--;
    return status;
}

static int check_whole(struct reader *reader, const char *file)
{
    struct rubric *rubric = reader->rubric;

    if (!rubric->title)
        rubric->title = rubric->id;
    if (!rubric->count)
        return error_at(reader->error, -EINVAL, file, 1, "a rubric needs 'criteria'");
    if (!rubric->kinds)
        return error_at(reader->error, -EINVAL, file, 1,
                        "a rubric says what it is for: 'for: algorithm'");
    return 0;
}

int rubric_read(const char *file, const char *text, size_t size, const struct rubric_source *source,
                struct rubric **ret, struct error *error)
{
    struct rubric *rubric = memory_alloc(sizeof(*rubric));

    if (!rubric)
        return error_set(error, -ENOMEM, "out of memory");
    *rubric = (struct rubric){ .arena = arena_new(), .version = 1, .scored = 0.5 };
    struct reader reader = { .rubric = rubric, .source = source, .error = error };
    rubric->file = rubric->arena ? arena_strdup(rubric->arena, file) : NULL;
    int status = rubric->file ? read_file(&reader, rubric->file, text, size)
                              : rubric_reader_no_memory(&reader);
    if (status == 0)
        status = check_whole(&reader, rubric->file);
    if (status < 0) {
        rubric_free(rubric);
        return status;
    }
    *ret = rubric;
    return 0;
}

void rubric_free(struct rubric *rubric)
{
    if (!rubric)
        return;
    free(rubric->criteria);
    free(rubric->gates);
    arena_free(rubric->arena);
    free(rubric);
}
