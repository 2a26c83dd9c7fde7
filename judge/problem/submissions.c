/*
 * submissions/: each entry of a directory below it is a submission, a file or a directory of files.
 * What it should get says its directory, a mark in its source, or submissions.yaml.
 *
 * A mark counts more than the directory: DOMjudge warns when the two differ and takes the mark, and
 * directories such as mixed/ have no meaning without one. submissions.yaml counts more than both.
 */
#include "judge/problem/reader.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>

#define SOURCE_LIMIT ((size_t) 4 * 1024 * 1024)

struct list {
    struct package_submission *items; /* grows with malloc */
    size_t count, capacity;
};

static void clear_list(struct list *list)
{
    free(list->items);
}

/* Files that lie among submissions and are none: notes, data, what compilers left behind. */
static bool is_no_program(const char *name)
{
    static const char *const endings[] = {
        "",    "md",   "txt",  "in",  "ans", "out", "yaml", "yml", "json", "class", "o",
        "a",   "so",   "exe",  "jar", "pdf", "png", "html", "tex", "log",  "h",     "hpp",
        "zip", "desc", "hint", "hi",  "gch", "svg", "jpg",  "ini", "toml", "xml",   "iml",
    };

    if (strncasecmp(name, "readme", strlen("readme")) == 0)
        return true;
    for (size_t i = 0; i < COUNT(endings); i++) {
        if (strcasecmp(path_ending(name), endings[i]) == 0)
            return true;
    }
    return false;
}

/* ---- Marks ---------------------------------------------------------------------------------- */

static int mark_of_file(struct reader *reader, const char *path, unsigned *ret)
{
    AUTO_FREE char *text = NULL;
    size_t size = 0;
    struct error error;

    if (!path)
        return -ENOMEM;
    int status = file_read(path, SOURCE_LIMIT, &text, &size, &error);
    /* A directory may hold large data beside the sources. */
    if (status == -EFBIG || status == -EISDIR)
        return 0;
    if (status < 0)
        return reader_check(reader, status, &error);
    *ret = expectation_of_mark(text, size);
    return 0;
}

/* The first mark in the file, or in the files of the directory. */
static int find_mark(struct reader *reader, const char *path, unsigned *ret)
{
    const char *const *names;
    size_t count;

    *ret = 0;
    if (!file_is_directory(path))
        return mark_of_file(reader, path, ret);
    int status = reader_list(reader, path, &names, &count);
    for (size_t i = 0; i < count && status == 0 && !*ret; i++)
        status = mark_of_file(reader, reader_join(reader, path, names[i]), ret);
    return status;
}

/* ---- One submission ------------------------------------------------------------------------- */

static void expect(struct reader *reader, const char *directory, unsigned mark,
                   struct package_submission *submission)
{
    bool said =
        reader_is(reader, VERSIONS_NEW) && !mark && rules_of_directory(directory, submission);

    if (said) {
        rules_use_for_time_limit(submission);
        return;
    }
    submission->expected = mark ? mark : package_expectation(directory, NULL, 0);
    submission->use_for_time_limit = submission->expected == VERDICT_BIT(VERDICT_AC) &&
                                     strcmp(directory, "partially_accepted") != 0;
    submission->use_for_time_limit_upper =
        submission->expected == expectation_of_word("TLE", strlen("TLE"));
}

static int add_submission(struct reader *reader, struct list *list, const char *directory,
                          const char *path, const char *name, bool unlikely)
{
    unsigned mark = 0;
    int status = unlikely ? 0 : find_mark(reader, path, &mark);

    if (status < 0)
        return status;
    if (array_reserve((void **) &list->items, list->count, &list->capacity, sizeof(*list->items)) <
        0)
        return -ENOMEM;
    struct package_submission *submission = &list->items[list->count++];
    *submission = (struct package_submission){ .path = path, .unlikely = unlikely };
    submission->name = arena_printf(reader->arena, "%s/%s", directory, name);
    if (!submission->name)
        return -ENOMEM;
    expect(reader, directory, mark, submission);
    return 0;
}

/* Whether a directory has any file that could be a source. */
static int has_program(struct reader *reader, const char *path, bool *ret)
{
    const char *const *names;
    size_t count;
    int status = reader_list(reader, path, &names, &count);

    *ret = false;
    for (size_t i = 0; i < count && !*ret; i++)
        *ret = !is_no_program(names[i]);
    return status;
}

static int read_directory(struct reader *reader, struct list *list, const char *path,
                          const char *directory)
{
    const char *const *names;
    size_t count;
    int status = reader_list(reader, path, &names, &count);

    for (size_t i = 0; i < count && status == 0; i++) {
        const char *entry = reader_join(reader, path, names[i]);
        bool program = !is_no_program(names[i]);
        if (!entry)
            return -ENOMEM;
        if (file_is_directory(entry)) {
            status = has_program(reader, entry, &program);
            if (status == 0 && !program)
                status = reader_fault(reader, WARNING, entry, 0, "a submission without sources");
        }
        /* submissions.yaml may give a language to a file of any name. */
        if (status == 0 &&
            (program || (!file_is_directory(entry) && reader_is(reader, VERSIONS_NEW))))
            status = add_submission(reader, list, directory, entry, names[i], !program);
    }
    return status;
}

/* ---- submissions/ --------------------------------------------------------------------------- */

static int read_entry(struct reader *reader, struct list *list, const char *root, const char *name)
{
    const char *path = reader_join(reader, root, name);
    size_t before = list->count;

    if (!path)
        return -ENOMEM;
    if (!file_is_directory(path)) {
        if (is_no_program(name))
            return 0;
        return reader_fault(reader, WARNING, path, 0,
                            "passed over: submissions are in directories such as accepted/");
    }
    int status = read_directory(reader, list, path, name);
    struct package_submission scratch;
    if (status == 0 && list->count > before && !list->items[before].unlikely &&
        !expectation_of_directory(name) && !rules_of_directory(name, &scratch) &&
        list->items[before].expected & VERDICT_BIT(VERDICT_AC))
        status = reader_fault(reader, WARNING, path, 0,
                              "the name of this directory says no verdict: without a mark any will "
                              "do");
    return status;
}

static int compare_submissions(const void *left, const void *right)
{
    const struct package_submission *one = left, *two = right;

    return strcmp(one->name, two->name);
}

static int keep_list(struct reader *reader, const struct list *list)
{
    struct package *package = reader->package;

    package->submissions =
        arena_array(reader->arena, list->count + 1, sizeof(*package->submissions));
    if (!package->submissions)
        return -ENOMEM;
    if (list->count)
        memcpy(package->submissions, list->items, list->count * sizeof(*list->items));
    package->submission_count = list->count;
    qsort(package->submissions, list->count, sizeof(*list->items), compare_submissions);
    return 0;
}

static void drop_unlikely(struct package *package)
{
    size_t kept = 0;

    for (size_t i = 0; i < package->submission_count; i++) {
        if (!package->submissions[i].unlikely || package->submissions[i].language)
            package->submissions[kept++] = package->submissions[i];
    }
    package->submission_count = kept;
}

int reader_submissions(struct reader *reader)
{
    CLEANUP(clear_list) struct list list = { 0 };
    const char *root = reader_path(reader, "submissions");
    const char *const *names;
    size_t count;
    int status = reader_list(reader, root, &names, &count);

    for (size_t i = 0; i < count && status == 0; i++)
        status = read_entry(reader, &list, root, names[i]);
    if (status == 0)
        status = keep_list(reader, &list);
    if (status == 0)
        status = reader_submission_rules(reader, reader_join(reader, root, "submissions.yaml"));
    drop_unlikely(reader->package);
    for (size_t i = 0; i < reader->package->submission_count && status == 0; i++) {
        if (reader->package->submissions[i].expected == VERDICT_BIT(VERDICT_AC))
            return 0;
    }
    return status < 0 ? status
                      : reader_fault(reader, WARNING, root, 0, "there is no accepted submission");
}
