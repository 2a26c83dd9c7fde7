/*
 * data/: the tests and the groups that they are in.
 *
 * The walk goes down data/sample, then data/secret. In each directory tests and subgroups are taken
 * together in the order of their names without endings, which is the order of judging. A test is
 * there when its ".in" file is; everything else with the same name belongs to it.
 *
 * Tests of generators/made.yaml are taken among those of data/secret, by name; one whose input is a
 * file is that file.
 *
 * In 2025-09 only data/sample, data/secret and the directories right below data/secret are groups;
 * directories further down just hold tests of their group.
 */
#include "judge/problem/reader.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#define DEEPEST 16
#define NOTE_LIMIT ((size_t) 64 * 1024)

/* Where the walk is. */
struct place {
    const char *path; /* of the directory */
    const char *name; /* below data/ */
    int group;
    int depth; /* 1 for sample and secret */
    bool sample;
    struct test_settings settings;
};

/* A test or a directory, by name without ending. */
struct item {
    const char *stem;
    const char *file; /* its name in the directory */
    bool directory;
    const struct package_make *make; /* it is not there, but can be made */
};

static int walk(struct reader *reader, const struct place *place);

/* ---- Growing arrays ------------------------------------------------------------------------- */

/* The capacity of children is the least power of two that holds them, at least 4. */
static int add_child(struct reader *reader, int group_index, int child)
{
    struct package_group *group = &reader->groups[group_index];
    size_t count = group->child_count;

    if (count == 0 || (count >= 4 && (count & (count - 1)) == 0)) {
        int *grown = arena_array(reader->arena, count ? 2 * count : 4, sizeof(*grown));
        if (!grown)
            return -ENOMEM;
        if (count)
            memcpy(grown, group->children, count * sizeof(*grown));
        group->children = grown;
    }
    group->children[group->child_count++] = child;
    return 0;
}

static int add_group(struct reader *reader, int parent, const char *name, int *ret_index)
{
    if (array_reserve((void **) &reader->groups, reader->group_count, &reader->group_capacity,
                      sizeof(*reader->groups)) < 0)
        return -ENOMEM;
    struct package_group *group = &reader->groups[reader->group_count];
    settings_default_group(reader, group, parent < 0 ? NULL : &reader->groups[parent]);
    group->name = name;
    group->parent = parent;
    *ret_index = (int) reader->group_count++;
    return parent < 0 ? 0 : add_child(reader, parent, -(*ret_index + 1));
}

/* ---- One test ------------------------------------------------------------------------------- */

/* A small text beside a test (".hint", ".desc"); a missing one leaves *ret as it was. */
static int read_note(struct reader *reader, const struct place *place, const char *stem,
                     const char *ending, const char **ret)
{
    AUTO_FREE char *text = NULL;
    size_t size;
    struct error error;
    const char *path = arena_printf(reader->arena, "%s/%s.%s", place->path, stem, ending);

    if (!path)
        return -ENOMEM;
    if (!file_exists(path))
        return 0;
    int status = file_read(path, NOTE_LIMIT, &text, &size, &error);
    if (status < 0)
        return reader_check(reader, status, &error);
    *ret = arena_strdup(reader->arena, text);
    return *ret ? 0 : -ENOMEM;
}

/* problem.yaml's validator_flags, then the arguments of the group or test. */
static const char *const *join_arguments(struct reader *reader, const char *const *more)
{
    const char *const *first = reader->package->validator_flags;
    size_t count = 0, at = 0;

    for (size_t i = 0; first && first[i]; i++)
        count++;
    for (size_t i = 0; more && more[i]; i++)
        count++;
    const char **all = arena_array(reader->arena, count + 1, sizeof(*all));
    for (size_t i = 0; all && first && first[i]; i++)
        all[at++] = first[i];
    for (size_t i = 0; all && more && more[i]; i++)
        all[at++] = more[i];
    return all;
}

static int fill_test(struct reader *reader, const struct place *place, const char *stem,
                     struct package_test *test)
{
    static const char *const none[] = { NULL };
    struct test_settings settings = place->settings;
    struct arena *arena = reader->arena;
    const char *files = arena_printf(arena, "%s/%s.files", place->path, stem);
    const char *yaml = arena_printf(arena, "%s/%s.yaml", place->path, stem);
    int status = 0;

    if (!files || !yaml)
        return -ENOMEM;
    if (reader_is(reader, VERSIONS_NEW))
        status = settings_read_test(reader, yaml, &settings);
    if (status == 0)
        status = read_note(reader, place, stem, "hint", &settings.hint);
    if (status == 0)
        status = read_note(reader, place, stem, "desc", &settings.description);
    if (status < 0)
        return status;
    *test = (struct package_test){
        .name = arena_printf(arena, "%s/%s", place->name, stem),
        .input_path = arena_printf(arena, "%s/%s.in", place->path, stem),
        .answer_path = arena_printf(arena, "%s/%s.ans", place->path, stem),
        .validator_args = join_arguments(reader, settings.output_args),
        .input_arguments = settings.input_args,
        .input_argument_count = settings.input_arg_count,
        .arguments = settings.arguments ? settings.arguments : none,
        .files_directory = file_is_directory(files) ? files : NULL,
        .hint = settings.hint,
        .description = settings.description,
        .sample = place->sample,
        .group = place->group,
    };
    return test->name && test->input_path && test->answer_path && test->validator_args ? 0
                                                                                       : -ENOMEM;
}

/* A sample of an interactive problem may have nothing to compare with: it is only shown. */
static int missing_answer(struct reader *reader, const struct place *place,
                          const struct package_test *test)
{
    if (place->sample && reader->package->interactive)
        return reader_fault(reader, WARNING, test->input_path, 0,
                            "no answer file beside it: this sample is not judged");
    return reader_fault(reader, FAULT, test->input_path, 0,
                        "the input has no answer file %s beside it", path_base(test->answer_path));
}

/* A fifo would keep the judge waiting, a device has no end, and a sparse file of terabytes takes no
 * disk but, as every input is copied into memory, all of the host's memory. */
static int check_file(struct reader *reader, const char *path, bool *good)
{
    struct stat info;
    bool regular = stat(path, &info) == 0 && S_ISREG(info.st_mode);

    if (regular && info.st_size <= PACKAGE_FILE_LIMIT)
        return 0;
    *good = false;
    return regular ? reader_fault(reader, FAULT, path, 0, "larger than %lld MiB",
                                  (long long) PACKAGE_FILE_LIMIT >> 20)
                   : reader_fault(reader, FAULT, path, 0, "not a regular file");
}

static int describe_made(struct reader *reader, const struct package_make *make,
                         struct package_test *test)
{
    test->make = make;
    if (test->description)
        return 0;
    test->description =
        arena_printf(reader->arena, "n = %lld: %s", (long long) make->size, make->family->what);
    return test->description ? 0 : -ENOMEM;
}

static int add_test(struct reader *reader, const struct place *place, const struct item *item)
{
    if (array_reserve((void **) &reader->tests, reader->test_count, &reader->test_capacity,
                      sizeof(*reader->tests)) < 0)
        return -ENOMEM;
    struct package_test *test = &reader->tests[reader->test_count];
    int status = fill_test(reader, place, item->stem, test);
    if (status == 0 && item->make)
        status = describe_made(reader, item->make, test);
    if (status < 0)
        return status;
    bool good = true;
    if (item->make)
        return add_child(reader, place->group, (int) reader->test_count++);
    if (!file_exists(test->answer_path))
        return missing_answer(reader, place, test);
    status = check_file(reader, test->input_path, &good);
    if (status == 0)
        status = check_file(reader, test->answer_path, &good);
    if (status < 0 || !good)
        return status;
    return add_child(reader, place->group, (int) reader->test_count++);
}

/* ---- One directory -------------------------------------------------------------------------- */

static bool has_ending(const char *name, const char *ending)
{
    return strcmp(path_ending(name), ending) == 0;
}

/* A file that belongs to a test that is not there. */
static int check_orphan(struct reader *reader, const struct place *place, const char *name)
{
    static const char *const not_tests[] = { "test_group.yaml", "testdata.yaml" };
    bool answer = has_ending(name, "ans");
    bool settings = has_ending(name, "yaml") && reader_is(reader, VERSIONS_NEW);

    for (size_t i = 0; i < COUNT(not_tests); i++)
        settings = settings && strcmp(name, not_tests[i]) != 0;
    if (!answer && !settings)
        return 0;
    size_t length = (size_t) (path_ending(name) - name);
    const char *input = arena_printf(reader->arena, "%s/%.*sin", place->path, (int) length, name);
    const char *path = reader_join(reader, place->path, name);
    if (!input || !path)
        return -ENOMEM;
    if (file_exists(input))
        return 0;
    return reader_fault(reader, FAULT, path, 0, "there is no input file %s beside it",
                        path_base(input));
}

static int compare_items(const void *left, const void *right)
{
    const struct item *one = left, *two = right;

    return strcmp(one->stem, two->stem);
}

/* The tests that are made in this directory; NULL: none. */
static const struct package_made *made_in(const struct reader *reader, const struct place *place)
{
    return strcmp(place->name, "secret") == 0 ? reader->package->made : NULL;
}

static bool has_item(const struct item *items, size_t count, const char *stem)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(items[i].stem, stem) == 0)
            return true;
    return false;
}

/* What of a directory is judged; *ret_items in the arena, sorted. */
static int collect_items(struct reader *reader, const struct place *place, struct item **ret_items,
                         size_t *ret_count)
{
    const char *const *names;
    size_t count, kept = 0;
    int status = reader_list(reader, place->path, &names, &count);
    const struct package_made *made = made_in(reader, place);
    size_t most = count + (made ? made->test_count : 0) + 1;
    struct item *items = status < 0 ? NULL : arena_array(reader->arena, most, sizeof(*items));

    if (!items)
        return status < 0 ? status : -ENOMEM;
    for (size_t i = 0; i < count && status == 0; i++) {
        const char *name = names[i], *path = reader_join(reader, place->path, name);
        if (!path)
            return -ENOMEM;
        bool directory = file_is_directory(path);
        if (directory && !has_ending(name, "files")) {
            items[kept++] = (struct item){ name, name, true, NULL };
        } else if (!directory && has_ending(name, "in")) {
            const char *stem = arena_strndup(reader->arena, name, strlen(name) - strlen(".in"));
            if (!stem)
                return -ENOMEM;
            items[kept++] = (struct item){ stem, name, false, NULL };
        } else if (!directory) {
            status = check_orphan(reader, place, name);
        }
    }
    for (size_t i = 0, files = kept; made && i < made->test_count; i++)
        if (!has_item(items, files, made->tests[i].name))
            items[kept++] = (struct item){ made->tests[i].name, NULL, false, &made->tests[i] };
    qsort(items, kept, sizeof(*items), compare_items);
    *ret_items = items;
    *ret_count = kept;
    return status;
}

static bool is_group(const struct reader *reader, const struct place *parent)
{
    return !reader_is(reader, VERSION_BIT(PACKAGE_2025_09)) ||
           (parent->depth == 1 && !parent->sample);
}

/* NOLINTNEXTLINE(misc-no-recursion): at most DEEPEST deep */
static int enter(struct reader *reader, const struct place *parent, const char *file)
{
    struct place place = *parent;
    int status = 0;

    place.path = reader_join(reader, parent->path, file);
    place.name =
        *parent->name ? reader_join(reader, parent->name, file) : arena_strdup(reader->arena, file);
    place.depth = parent->depth + 1;
    if (!place.path || !place.name)
        return -ENOMEM;
    if (place.depth > DEEPEST)
        return reader_fault(reader, FAULT, place.path, 0, "directories nested too deeply");
    if (parent->depth == 0 || is_group(reader, parent)) {
        status = add_group(reader, parent->group, place.name, &place.group);
        if (status == 0)
            status = settings_read_group(reader, place.path, &reader->groups[place.group],
                                         &place.settings);
    }
    return status < 0 ? status : walk(reader, &place);
}

/* 2025-09 wants either tests or groups below data/secret, and no groups of samples. */
static int check_mixture(struct reader *reader, const struct place *place, const struct item *items,
                         size_t count)
{
    size_t directories = 0;

    for (size_t i = 0; i < count; i++)
        directories += items[i].directory;
    if (place->depth != 1 || directories == 0 || !reader_is(reader, VERSION_BIT(PACKAGE_2025_09)))
        return 0;
    if (place->sample)
        return reader_fault(reader, FAULT, place->path, 0, "samples must not be in groups");
    if (directories < count)
        return reader_fault(reader, FAULT, place->path, 0,
                            "there are tests and groups: it must be one or the other");
    return 0;
}

/* Recursion: enter() counts its depth and stops at DEEPEST. */
/* NOLINTNEXTLINE(misc-no-recursion): see enter() */
static int walk(struct reader *reader, const struct place *place)
{
    struct item *items = NULL;
    size_t count = 0;
    int status = collect_items(reader, place, &items, &count);

    if (status == 0)
        status = check_mixture(reader, place, items, count);
    for (size_t i = 0; i < count && status == 0; i++) {
        if (i > 0 && strcmp(items[i].stem, items[i - 1].stem) == 0 &&
            reader_is(reader, VERSIONS_NEW))
            status = reader_fault(reader, FAULT, reader_join(reader, place->path, items[i].stem), 0,
                                  "a test and a directory have the same name");
        if (status == 0)
            status = items[i].directory ? enter(reader, place, items[i].file)
                                        : add_test(reader, place, &items[i]);
    }
    return status;
}

/* ---- data/ ---------------------------------------------------------------------------------- */

/* Names in require_pass are of groups that exist. */
static int check_required_groups(struct reader *reader)
{
    for (size_t i = 0; i < reader->group_count; i++) {
        const char *const *wanted = reader->groups[i].require_pass;
        for (; wanted && *wanted; wanted++) {
            bool found = false;
            for (size_t k = 0; k < reader->group_count; k++)
                found = found || strcmp(reader->groups[k].name, *wanted) == 0;
            if (!found && reader_fault(reader, FAULT, NULL, 0,
                                       "group %s requires '%.100s', which is no group",
                                       reader->groups[i].name, *wanted) < 0)
                return -ENOMEM;
        }
    }
    return 0;
}

static int check_secret(struct reader *reader, const char *data)
{
    for (size_t i = 0; i < reader->test_count; i++) {
        if (!reader->tests[i].sample)
            return 0;
    }
    if (reader->made_unreadable)
        return 0;
    return reader_fault(reader, FAULT, reader_join(reader, data, "secret"), 0,
                        "there are no secret tests: NAME.in and NAME.ans here, or tests of a "
                        "generator in generators/made.yaml (docs/authoring.md)");
}

/* data/invalid_input, which 2023-07-draft calls data/invalid_inputs: inputs without answers, to try
 * the input validators with. */
static int read_invalid_inputs(struct reader *reader, const struct place *root, const char *name)
{
    struct package *package = reader->package;
    struct place place = *root;
    struct item *items = NULL;
    size_t count = 0;

    place.path = reader_join(reader, root->path, name);
    place.name = name;
    if (!place.path)
        return -ENOMEM;
    if (!file_is_directory(place.path))
        return 0;
    int status = collect_items(reader, &place, &items, &count);
    if (status < 0)
        return status;
    package->invalid_inputs =
        arena_array(reader->arena, count + 1, sizeof(*package->invalid_inputs));
    if (!package->invalid_inputs)
        return -ENOMEM;
    for (size_t i = 0; i < count && status == 0; i++) {
        struct package_test *test = &package->invalid_inputs[package->invalid_input_count];
        bool good = true;

        if (items[i].directory)
            continue;
        status = fill_test(reader, &place, items[i].stem, test);
        if (status == 0)
            status = check_file(reader, test->input_path, &good);
        package->invalid_input_count += status == 0 && good;
    }
    return status;
}

int reader_data(struct reader *reader)
{
    static const char *const parts[] = { "sample", "secret" };
    struct place root = { .path = reader_path(reader, "data"), .name = "" };
    int status = root.path ? add_group(reader, -1, "", &root.group) : -ENOMEM;

    if (status == 0)
        status =
            settings_read_group(reader, root.path, &reader->groups[root.group], &root.settings);
    for (size_t i = 0; i < COUNT(parts) && status == 0; i++) {
        const char *path = reader_join(reader, root.path, parts[i]);
        root.sample = i == 0;
        if (!path)
            return -ENOMEM;
        if (file_is_directory(path) || (i == 1 && reader->package->made))
            status = enter(reader, &root, parts[i]);
    }
    if (status == 0)
        status = read_invalid_inputs(reader, &root, "invalid_inputs");
    if (status == 0 && !reader->package->invalid_input_count)
        status = read_invalid_inputs(reader, &root, "invalid_input");
    if (status == 0)
        status = check_required_groups(reader);
    return status < 0 ? status : check_secret(reader, root.path);
}
