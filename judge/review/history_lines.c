/*
 * Theory of operation: the lines of the reader's output become a history. The reader works on a
 * candidate's bytes, so that its output is one's too: every value is checked for its type and
 * bounds, texts are made fit to show, and a line that is not as it should be counts as none. Pure.
 */

#include "judge/base/memory.h"
#include "judge/base/text.h"
#include "judge/review/history.h"

#include <errno.h>
#include <jansson.h>
#include <limits.h>
#include <string.h>

#define ELEMENTS 100000 /* of each kind */
#define NAMES_TOLD 12
#define WRITTEN_MOST 5000 /* lines: whoever adds more to one file at once copied them */

struct lines {
    struct history *history;
    size_t commit_capacity, file_capacity, secret_capacity, touched_capacity;
    const char *fault;   /* what could not be read */
    const char *no_base; /* the revision that there is not, with what there is */
    bool ended, files_ended;
};

/* ---- Values -------------------------------------------------------------------------------------
 */

static const char *text_at(struct lines *lines, const json_t *json, const char *key)
{
    const char *value = json_string_value(json_object_get(json, key));
    char *copy = value ? arena_strdup(lines->history->arena, value) : NULL;

    if (copy)
        text_line(copy);
    return copy;
}

static uint64_t count_of(const json_t *value)
{
    json_int_t number = json_integer_value(value);

    return number > 0 ? (uint64_t) number : 0;
}

static bool copy_id(const json_t *value, char id[41])
{
    const char *text = json_string_value(value);

    if (!text || strlen(text) != 40 || strspn(text, "0123456789abcdef") != 40)
        return false;
    memcpy(id, text, 41);
    return true;
}

static int line_of(const json_t *value)
{
    json_int_t number = json_integer_value(value);

    return number < 0 ? 0 : number > INT_MAX - 1 ? INT_MAX - 1 : (int) number;
}

/* ---- Kinds of lines -----------------------------------------------------------------------------
 */

static void add_lines(struct history_commit *commit, const json_t *files)
{
    size_t index;
    json_t *file;

    json_array_foreach (files, index, file) {
        const char *path = json_string_value(json_array_get(file, 0));
        bool data = count_of(json_array_get(file, 1)) > WRITTEN_MOST;
        if (!path || data || history_is_foreign(path))
            continue;
        commit->added += count_of(json_array_get(file, 1));
        commit->lines += count_of(json_array_get(file, 1)) + count_of(json_array_get(file, 2));
    }
}

static int take_commit(struct lines *lines, const json_t *json)
{
    struct history *history = lines->history;
    struct history_commit commit = { 0 };
    const json_t *more = json_object_get(json, "more");

    commit.subject = text_at(lines, json, "subject");
    if (!copy_id(json_object_get(json, "commit"), commit.id) || !commit.subject ||
        history->commit_count >= ELEMENTS)
        return 0;
    commit.subject_bytes = count_of(json_object_get(json, "subject_bytes"));
    commit.parents = line_of(json_object_get(json, "parents"));
    commit.body = json_is_true(json_object_get(json, "body"));
    commit.counted = json_is_true(json_object_get(json, "counted"));
    commit.added = count_of(json_array_get(more, 0));
    commit.lines = commit.added + count_of(json_array_get(more, 1));
    add_lines(&commit, json_object_get(json, "files"));
    if (array_reserve((void **) &history->commits, history->commit_count, &lines->commit_capacity,
                      sizeof(commit)) < 0)
        return -ENOMEM;
    history->commits[history->commit_count++] = commit;
    return 0;
}

static int take_file(struct lines *lines, const json_t *json)
{
    struct history *history = lines->history;
    struct history_file file = { .path = text_at(lines, json, "file") };
    const char *text = json_string_value(json_object_get(json, "text"));

    if (!file.path || history->file_count >= ELEMENTS)
        return 0;
    file.size = count_of(json_object_get(json, "size"));
    file.binary = json_is_true(json_object_get(json, "binary"));
    file.program = json_is_true(json_object_get(json, "program"));
    file.old = json_is_true(json_object_get(json, "old"));
    file.text = text ? arena_strdup(history->arena, text) : NULL;
    if (array_reserve((void **) &history->files, history->file_count, &lines->file_capacity,
                      sizeof(file)) < 0)
        return -ENOMEM;
    history->files[history->file_count++] = file;
    return 0;
}

static int take_secret(struct lines *lines, const json_t *json)
{
    struct history *history = lines->history;
    struct history_secret secret = { text_at(lines, json, "path"), text_at(lines, json, "secret"),
                                     "" };

    if (!secret.path || !secret.line || history->secret_count >= ELEMENTS ||
        !copy_id(json_object_get(json, "commit"), secret.commit))
        return 0;
    if (array_reserve((void **) &history->secrets, history->secret_count, &lines->secret_capacity,
                      sizeof(secret)) < 0)
        return -ENOMEM;
    history->secrets[history->secret_count++] = secret;
    return 0;
}

static int take_touched(struct lines *lines, const json_t *json)
{
    struct history *history = lines->history;
    const json_t *ranges = json_object_get(json, "lines");
    struct history_touched touched = { .path = text_at(lines, json, "touched"),
                                       .from = text_at(lines, json, "from"),
                                       .added = json_is_true(json_object_get(json, "new")),
                                       .count = json_array_size(ranges) };
    int(*copy)[2] = arena_array(history->arena, touched.count + 1, sizeof(*copy));

    if (!copy)
        return -ENOMEM;
    if (!touched.path || history->touched_count >= ELEMENTS)
        return 0;
    for (size_t i = 0; i < touched.count; i++) {
        copy[i][0] = line_of(json_array_get(json_array_get(ranges, i), 0));
        copy[i][1] = line_of(json_array_get(json_array_get(ranges, i), 1));
    }
    touched.ranges = (const int(*)[2]) copy;
    if (array_reserve((void **) &history->touched, history->touched_count, &lines->touched_capacity,
                      sizeof(touched)) < 0)
        return -ENOMEM;
    history->touched[history->touched_count++] = touched;
    return 0;
}

static int take_head(struct lines *lines, const json_t *json)
{
    if (!copy_id(json_object_get(json, "head"), lines->history->head))
        lines->history->absent = "the repository has no commit";
    lines->history->shallow = json_is_true(json_object_get(json, "shallow"));
    return 0;
}

static int take_fault(struct lines *lines, const json_t *json)
{
    const char *what = text_at(lines, json, "fault"), *reason = text_at(lines, json, "reason");

    lines->fault = arena_printf(lines->history->arena, "%.40s: %.200s", what ? what : "?",
                                reason && *reason ? reason : "it is damaged");
    return lines->fault ? 0 : -ENOMEM;
}

static int take_end(struct lines *lines, const json_t *json)
{
    static const char *const words[] = { "all", "count", "time", "broken" };
    const char *word = json_string_value(json_object_get(json, "end"));

    for (size_t i = 0; word && i < COUNT(words); i++) {
        if (strcmp(words[i], word) == 0) {
            lines->history->end = (enum history_end) i;
            lines->ended = true;
        }
    }
    return 0;
}

static int take_files_end(struct lines *lines, const json_t *json)
{
    lines->files_ended = json_is_true(json_object_get(json, "files_end"));
    return 0;
}

static int take_base(struct lines *lines, const json_t *json)
{
    char id[41];

    if (!copy_id(json_object_get(json, "base"), id))
        return 0;
    lines->history->base = arena_strdup(lines->history->arena, id);
    return lines->history->base ? 0 : -ENOMEM;
}

static int take_no_base(struct lines *lines, const json_t *json)
{
    AUTO_BUFFER struct buffer text = { 0 };
    size_t index;
    json_t *name;

    if (buffer_puts(&text, "") < 0)
        return -ENOMEM;
    json_array_foreach (json_object_get(json, "names"), index, name) {
        const char *word = json_string_value(name);
        if (word && index < NAMES_TOLD &&
            buffer_printf(&text, "%s%.60s", text.size ? ", " : "", word) < 0)
            return -ENOMEM;
    }
    text_line(text.data);
    lines->no_base = arena_strdup(lines->history->arena, text.data);
    return lines->no_base ? 0 : -ENOMEM;
}

/* ---- All of them --------------------------------------------------------------------------------
 */

static int take_line(struct lines *lines, const char *text, size_t size)
{
    static const struct {
        const char *key;
        int (*take)(struct lines *lines, const json_t *json);
    } kinds[] = {
        { "commit", take_commit },   { "file", take_file },           { "touched", take_touched },
        { "secret", take_secret },   { "head", take_head },           { "fault", take_fault },
        { "end", take_end },         { "files_end", take_files_end }, { "base", take_base },
        { "no_base", take_no_base },
    };
    json_t *json = json_loadb(text, size, JSON_REJECT_DUPLICATES, NULL);
    int failed = 0;

    /* A secret also names its commit, and is none. */
    for (size_t i = 0; i < COUNT(kinds) && json_is_object(json); i++) {
        bool other = i == 0 && json_object_get(json, "secret");
        if (!other && json_object_get(json, kinds[i].key)) {
            failed = kinds[i].take(lines, json);
            break;
        }
    }
    json_decref(json);
    return failed;
}

static int say_no_base(const struct lines *lines, struct error *error)
{
    error_set(error, -ENOENT, "there is no such revision");
    if (*lines->no_base)
        error_remedy(error, "the repository has %.200s", lines->no_base);
    else
        error_remedy(error, "the repository has HEAD, and no other name");
    return -ENOENT;
}

/* What the end of the lines says of how far it came. */
static void conclude(struct lines *lines)
{
    static const char *const reasons[] = {
        [HISTORY_ALL] = NULL,
        [HISTORY_COUNT] = "there are more commits than are read",
        [HISTORY_TIME] = "reading all of it takes too long",
        [HISTORY_BROKEN] = "an object is missing or damaged",
    };
    struct history *history = lines->history;

    if (!lines->ended)
        history->end = HISTORY_BROKEN;
    history->files_cut = !lines->files_ended;
    history->why = lines->fault ? lines->fault : reasons[history->end];
    if (!history->why && history->files_cut)
        history->why = "not all that is tracked was looked at";
    if (!history->absent && !history->head[0])
        history->absent = lines->fault ? lines->fault : "it could not be read";
}

static struct history *new_history(void)
{
    struct arena *arena = arena_new();
    struct history *history = arena ? arena_alloc(arena, sizeof(*history)) : NULL;

    if (!history) {
        arena_free(arena);
        return NULL;
    }
    history->arena = arena;
    return history;
}

int history_parse(const char *text, size_t size, struct history **ret, struct error *error)
{
    struct lines lines = { .history = new_history() };
    int failed = lines.history ? 0 : -ENOMEM;

    while (!failed && size > 0) {
        const char *end = memchr(text, '\n', size);
        size_t length = end ? (size_t) (end - text) : size;
        failed = take_line(&lines, text, length);
        size -= length + (end != NULL);
        text += length + (end != NULL);
    }
    if (!failed && lines.no_base)
        failed = say_no_base(&lines, error);
    if (failed < 0) {
        history_free(lines.history);
        return failed == -ENOMEM ? error_set(error, -ENOMEM, "out of memory") : failed;
    }
    conclude(&lines);
    *ret = lines.history;
    return 0;
}

struct history *history_absent(const char *reason)
{
    struct history *history = new_history();

    if (!history)
        return NULL;
    history->end = HISTORY_BROKEN;
    history->absent = arena_strdup(history->arena, reason);
    if (!history->absent) {
        history_free(history);
        return NULL;
    }
    return history;
}

void history_free(struct history *history)
{
    if (!history)
        return;
    free(history->commits);
    free(history->files);
    free(history->secrets);
    free(history->touched);
    arena_free(history->arena);
}
