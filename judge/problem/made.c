/*
 * generators/made.yaml: tests that are not files of the package, but made when they are needed, by
 * the package's generator and one of its accepted submissions. Large tests need not be committed
 * so, and the families that the generator knows can be used for other inputs, too.
 *
 *     generator: generate.py              # beside it; this is the default
 *     answers: accepted/first_seen.cpp    # below submissions/: what it prints is the answer
 *     families:
 *       random: "sizes of about n, so that a pair is likely"
 *     tests:                              # below data/secret: name: [family, size, seed]
 *       01-random-1: [random, 1, 1]
 *     second:                             # of such inputs, a size that may grow by itself
 *       name: k                           # `generate.py many SIZE SEED K`
 *       what: the number of kinds
 *       family: many
 *       largest: [20000, 20]              # SIZE and K
 *
 * A test whose files are there is read from them. Nothing runs here: what is named is only looked
 * for.
 */
#include "judge/problem/reader.h"

#include "judge/base/file.h"

#include <ctype.h>
#include <string.h>

#define TESTS_MOST 1000
#define FAMILIES_MOST 100
#define NAME_BYTES 100
#define SIZE_MOST 1000000000
#define SECOND_LEAST 16 /* with less, nothing can grow */

/* What the rows of keys fill in. */
struct made_file {
    struct package_made *made;
    /* Checked when the families are known, in whatever order they are. */
    const struct yaml_node *tests, *second;
};

/* Letters, digits, and inside also dots, dashes and underscores: neither an option of a program nor
 * a path. */
static bool is_name(const char *text)
{
    if (!isalnum((unsigned char) text[0]) || strlen(text) > NAME_BYTES)
        return false;
    for (const char *at = text; *at; at++)
        if (!isalnum((unsigned char) *at) && !strchr("._-", *at))
            return false;
    return true;
}

/* A file that is named in made.yaml, below a directory of the package; *ret stays NULL where it is
 * not there. */
static int find_program(struct reader *reader, const struct yaml_node *node, const char *directory,
                        const char *name, const char **ret)
{
    const char *path = reader_join(reader, reader_path(reader, directory), name);
    bool outside = strstr(name, "..") != NULL || name[0] == '/';

    if (!path)
        return -ENOMEM;
    int status = outside ? 0 : reader_link(reader, path, &outside);
    if (status < 0)
        return status;
    if (outside || (!file_exists(path) && !file_is_directory(path)))
        return reader_fault_at(reader, FAULT, node, "%s: there is no %s/%.200s in the package",
                               node->key, directory, name);
    *ret = path;
    return 0;
}

static int read_generator(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package_made *made = ((struct made_file *) target)->made;
    const char *name = NULL;
    int status = reader_string(reader, node, &name);

    if (status < 0 || !name)
        return status;
    made->generator.name = reader_join(reader, "generators", name);
    if (!made->generator.name)
        return -ENOMEM;
    return find_program(reader, node, "generators", name, &made->generator.path);
}

static int read_answers(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package_made *made = ((struct made_file *) target)->made;
    int status = reader_string(reader, node, &made->answers_name);

    if (status < 0 || !made->answers_name)
        return status;
    return find_program(reader, node, "submissions", made->answers_name, &made->answers_path);
}

static int read_families(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package_made *made = ((struct made_file *) target)->made;
    struct package_family *families;
    int status = 0;

    if (node->kind != YAML_MAP || node->count == 0 || node->count > FAMILIES_MOST)
        return reader_fault_at(reader, FAULT, node,
                               "families: expected 1 to %d of them, NAME: what it is for",
                               FAMILIES_MOST);
    families = arena_array(reader->arena, node->count, sizeof(*families));
    if (!families)
        return -ENOMEM;
    for (const struct yaml_node *at = node->children; at && status == 0; at = at->next) {
        struct package_family *family = &families[made->family_count];

        family->name = at->key;
        if (!is_name(at->key))
            status = reader_fault_at(reader, FAULT, at,
                                     "'%.100s' is no name for a family: letters, "
                                     "digits, dots, dashes, underscores",
                                     at->key);
        else if (status == 0)
            status = reader_string(reader, at, &family->what);
        if (status == 0 && family->what)
            made->family_count++;
    }
    made->families = families;
    return status;
}

static int keep_tests(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct made_file *file = target;

    if (node->kind != YAML_MAP || node->count == 0 || node->count > TESTS_MOST)
        return reader_fault_at(reader, FAULT, node,
                               "tests: expected 1 to %d of them, name: [family, size, seed]",
                               TESTS_MOST);
    file->tests = node;
    return 0;
}

static const struct package_family *find_family(const struct package_made *made, const char *name)
{
    for (size_t i = 0; i < made->family_count; i++)
        if (strcmp(made->families[i].name, name) == 0)
            return &made->families[i];
    return NULL;
}

static int bad_test(struct reader *reader, const struct yaml_node *node, const char *what)
{
    return reader_fault_at(reader, FAULT, node, "%.100s: %s: expected name: [family, size, seed]",
                           node->key, what);
}

static int read_test(struct reader *reader, const struct package_made *made,
                     const struct yaml_node *node, struct package_make *ret)
{
    const struct yaml_node *family = node->children, *size = family ? family->next : NULL;
    const struct yaml_node *seed = size ? size->next : NULL;
    struct error error;
    int status;

    if (!is_name(node->key))
        return bad_test(reader, node,
                        "no name for a test (letters, digits, dots, dashes, underscores)");
    if (node->kind != YAML_LIST || node->count != 3 || !seed || family->kind != YAML_SCALAR)
        return bad_test(reader, node, "not three values");
    ret->name = node->key;
    ret->line = node->key_line;
    ret->family = find_family(made, family->text);
    if (!ret->family)
        return reader_fault_at(reader, FAULT, node, "%.100s: '%.100s' is not among the families",
                               node->key, family->text);
    struct yaml_node named_size = *size, named_seed = *seed;

    named_size.key = "the size";
    named_seed.key = "the seed";
    status = yaml_as_int(&named_size, 1, SIZE_MOST, &ret->size, &error);
    if (status == 0)
        status = yaml_as_int(&named_seed, 0, INT64_MAX, &ret->seed, &error);
    return reader_check(reader, status, &error);
}

static int compare_makes(const void *left, const void *right)
{
    const struct package_make *one = left, *two = right;

    return strcmp(one->name, two->name);
}

static int read_tests(struct reader *reader, struct package_made *made,
                      const struct yaml_node *node)
{
    struct package_make *tests;
    int status = 0;

    if (!node)
        return 0;
    tests = arena_array(reader->arena, node->count, sizeof(*tests));
    if (!tests)
        return -ENOMEM;
    for (const struct yaml_node *at = node->children; at && status == 0; at = at->next) {
        struct package_make *test = &tests[made->test_count];

        status = read_test(reader, made, at, test);
        if (status == 0 && test->seed >= 0 && test->family && test->size > 0)
            made->test_count++;
    }
    qsort(tests, made->test_count, sizeof(*tests), compare_makes);
    made->tests = tests;
    return status;
}

/* ---- The second size ------------------------------------------------------------------------ */

static int keep_second(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct made_file *file = target;

    file->second = node;
    return node->kind == YAML_MAP
               ? 0
               : reader_fault_at(reader, FAULT, node,
                                 "second: expected the keys name, what, family, largest");
}

/* What the rows of its keys fill in. */
struct second_file {
    const struct package_made *made;
    struct package_second *second;
};

static int read_second_name(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package_second *second = ((struct second_file *) target)->second;
    int status = reader_string(reader, node, &second->name);

    if (status < 0 || !second->name)
        return status;
    bool letters = isalpha((unsigned char) second->name[0]) && is_name(second->name);

    for (const char *at = second->name; *at; at++)
        letters &= isalnum((unsigned char) *at) || *at == '_';
    if (letters && strcmp(second->name, "n") != 0 && strcmp(second->name, "N") != 0)
        return 0;
    return reader_fault_at(reader, FAULT, node,
                           "name: '%.100s' is no name for a second size: a letter other than n, "
                           "or a word, as in `complexity` of interview.yaml",
                           second->name);
}

static int read_second_what(struct reader *reader, const struct yaml_node *node, void *target)
{
    return reader_string(reader, node, &((struct second_file *) target)->second->what);
}

static int read_second_family(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct second_file *file = target;
    const char *name = NULL;
    int status = reader_string(reader, node, &name);

    if (status < 0 || !name)
        return status;
    file->second->family = find_family(file->made, name);
    if (file->second->family)
        return 0;
    return reader_fault_at(reader, FAULT, node, "family: '%.100s' is not among the families", name);
}

static int read_second_largest(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package_second *second = ((struct second_file *) target)->second;
    struct error error;

    if (node->kind != YAML_LIST || node->count != 2)
        return reader_fault_at(reader, FAULT, node,
                               "largest: expected [size, second size], both from %d to %d",
                               SECOND_LEAST, SIZE_MOST);
    struct yaml_node size = *node->children, most = *node->children->next;

    size.key = "the size";
    most.key = "the second size";
    int status = yaml_as_int(&size, SECOND_LEAST, SIZE_MOST, &second->size, &error);
    if (status == 0)
        status = yaml_as_int(&most, SECOND_LEAST, SIZE_MOST, &second->most, &error);
    return reader_check(reader, status, &error);
}

static int read_second(struct reader *reader, struct package_made *made,
                       const struct yaml_node *node)
{
    static const struct key_row rows[] = {
        { "name", VERSIONS_ALL, read_second_name },
        { "what", VERSIONS_ALL, read_second_what },
        { "family", VERSIONS_ALL, read_second_family },
        { "largest", VERSIONS_ALL, read_second_largest },
    };
    struct package_second *second;

    if (!node)
        return 0;
    second = arena_alloc(reader->arena, sizeof(*second));
    if (!second)
        return -ENOMEM;
    struct second_file file = { made, second };
    int status = reader_walk(reader, node, rows, COUNT(rows), &file);

    for (size_t i = 0; i < COUNT(rows) && status == 0; i++)
        if (!yaml_get(node, rows[i].name))
            status = reader_fault_at(reader, FAULT, node, "second: no key %s", rows[i].name);
    made->second = second;
    return status;
}

/* ---- All ------------------------------------------------------------------------------------ */

static int require(struct reader *reader, const struct package_made *made,
                   const struct yaml_node *root)
{
    const char *missing = !made->answers_name && !yaml_get(root, "answers")
                              ? "answers: the submission that gives the answers"
                          : !made->families && !yaml_get(root, "families")
                              ? "families: what the generator makes"
                              : NULL;

    return missing ? reader_fault(reader, FAULT, made->path, 0, "no key %s", missing) : 0;
}

int reader_made(struct reader *reader)
{
    static const struct key_row rows[] = {
        { "generator", VERSIONS_ALL, read_generator }, { "answers", VERSIONS_ALL, read_answers },
        { "families", VERSIONS_ALL, read_families },   { "tests", VERSIONS_ALL, keep_tests },
        { "second", VERSIONS_ALL, keep_second },
    };
    static const struct yaml_node usual = { .kind = YAML_SCALAR,
                                            .text = "generate.py",
                                            .key = "generator" };
    struct package_made *made = arena_alloc(reader->arena, sizeof(*made));
    struct made_file file = { .made = made };
    struct yaml_node *root = NULL;
    size_t errors = package_fault_errors(reader->faults);

    if (!made)
        return -ENOMEM;
    made->path = reader_path(reader, "generators/made.yaml");
    int status = reader_yaml(reader, made->path, &root);
    reader->made_unreadable = package_fault_errors(reader->faults) != errors;
    if (status < 0 || !root)
        return status;
    status = reader_walk(reader, root, rows, COUNT(rows), &file);
    if (status == 0 && !yaml_get(root, "generator")) {
        struct yaml_node node = usual;

        node.file = made->path;
        node.line = 1;
        status = read_generator(reader, &node, &file);
    }
    if (status == 0)
        status = require(reader, made, root);
    if (status == 0 && package_fault_errors(reader->faults) == errors)
        status = read_tests(reader, made, file.tests);
    if (status == 0 && package_fault_errors(reader->faults) == errors)
        status = read_second(reader, made, file.second);
    reader->made_unreadable = status < 0 || package_fault_errors(reader->faults) != errors;
    if (!reader->made_unreadable)
        reader->package->made = made;
    return status;
}
