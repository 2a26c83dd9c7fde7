/*
 * Theory of operation: the sources of a directory that a candidate handed in. It may hold anything:
 * links to elsewhere, pipes, trees without an end. So paths are opened below the directory only,
 * following no link on the way (openat2), regular files alone are read, and entries, levels, files
 * and bytes are bounded. Directories wait in a list instead of on the stack. Paths are sorted
 * before anything is read: the order of a directory is the file system's, and must not show.
 *
 * Which files are tests, and which are not the candidate's work, goes by names alone: by what the
 * languages' test runners collect, and where their package managers and compilers put things.
 */

#include "judge/base/file.h"
#include "judge/review/mutant.h"

#include <ctype.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#define ENTRIES 200000
#define LEVELS 24
#define TOTAL_BYTES ((size_t) 64 << 20)

/* ---- By names -----------------------------------------------------------------------------------
 */

static bool is_in(const char *const *list, size_t count, const char *name, size_t size)
{
    for (size_t i = 0; i < count; i++) {
        if (strlen(list[i]) == size && memcmp(list[i], name, size) == 0)
            return true;
    }
    return false;
}

bool mutant_is_foreign_directory(const char *name)
{
    static const char *const foreign[] = {
        "node_modules",
        "vendor",
        "target",
        "build",
        "dist",
        "out",
        "__pycache__",
        "venv",
        "env",
        "obj",
        "site-packages",
        "third_party",
        "thirdparty",
        "external",
        "deps",
        "generated",
        "gen",
        "coverage",
        "bower_components",
        "jspm_packages",
        "cmake-build-debug",
        "migrations",
    };

    return name[0] == '.' || is_in(foreign, COUNT(foreign), name, strlen(name));
}

bool mutant_is_foreign_file(const char *path)
{
    static const char *const patterns[] = {
        "*.min.js",          "*.bundle.js",      "*.d.ts",
        "*.pb.go",           "*_pb2.py",         "*_pb2_grpc.py",
        "*.gen.go",          "*_gen.go",         "*.g.kt",
        "*.pb.cc",           "*.pb.h",           "*.config.js",
        "setup.py",          "*.config.ts",      "build.rs",
        "*.config.cjs",      "*.config.mjs",     "*_generated.*",
        "package-info.java", "module-info.java", "gulpfile.js",
        "Gruntfile.js",      "*.generated.*",    ".*",
    };

    for (size_t i = 0; i < COUNT(patterns); i++) {
        if (fnmatch(patterns[i], path_base(path), 0) == 0)
            return true;
    }
    return false;
}

static bool is_test_name(const char *name)
{
    /* pytest and unittest; go test; node --test, jest, vitest and mocha; surefire; cargo; CMake's
     * habits. */
    static const char *const patterns[] = {
        "test_*.py",        "*_test.py",       "tests.py",           "test.py",
        "conftest.py",      "*_test.go",       "*.test.[cmjt]*",     "*.spec.[cmjt]*",
        "test.[cm]js",      "test.[jt]s",      "test-*.[cm]js",      "test-*.[jt]s",
        "*[-_]test.[cm]js", "*[-_]test.[jt]s", "*Test.java",         "*Tests.java",
        "*TestCase.java",   "*IT.java",        "Test[A-Z0-9]*.java", "*Test.kt",
        "*Tests.kt",        "*Spec.kt",        "Test[A-Z0-9]*.kt",   "tests.rs",
        "test.rs",          "*_test.rs",       "*_tests.rs",         "test_*.c*",
        "*_test.c*",        "*_tests.c*",      "*_unittest.c*",      "test.c*",
        "tests.c*",         "test_*.h*",
    };

    for (size_t i = 0; i < COUNT(patterns); i++) {
        if (fnmatch(patterns[i], name, 0) == 0)
            return true;
    }
    return false;
}

bool mutant_is_test(const char *path)
{
    static const char *const folders[] = {
        "test",
        "tests",
        "__tests__",
        "spec",
        "specs",
        "e2e",
        "testdata",
        "fixtures",
        "testing",
        "__mocks__",
        "testutil",
        "testutils",
        "cypress",
        "benches",
        "androidTest",
        "integration-tests",
        "integration_tests",
        "functional-tests",
    };
    const char *name = path;

    for (const char *slash = strchr(name, '/'); slash; slash = strchr(name, '/')) {
        if (is_in(folders, COUNT(folders), name, (size_t) (slash - name)))
            return true;
        name = slash + 1;
    }
    return is_test_name(name);
}

/* ---- Going through ------------------------------------------------------------------------------
 */

struct paths {
    const char **items;
    size_t count, capacity;
};

struct tree {
    struct arena *arena; /* of what is only needed while searching */
    int root;
    struct paths directories, files;
    size_t entries;
    bool cut;
};

static int open_below(int root, const char *path, int flags)
{
    struct open_how how = { .flags = (uint64_t) (flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK),
                            .resolve =
                                RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS };

    return (int) syscall(SYS_openat2, root, path, &how, sizeof(how));
}

static int add_path(struct paths *paths, const char *path)
{
    if (!path || array_reserve((void **) &paths->items, paths->count, &paths->capacity,
                               sizeof(*paths->items)) < 0)
        return -ENOMEM;
    paths->items[paths->count++] = path;
    return 0;
}

static bool is_deep(const char *path)
{
    size_t levels = 0;

    for (; *path; path++)
        levels += *path == '/';
    return levels >= LEVELS;
}

static int add_entry(struct tree *tree, const char *directory, const struct dirent *entry, int at)
{
    struct stat status;

    if (fstatat(at, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) < 0)
        return 0;
    const char *path = *directory ? arena_printf(tree->arena, "%s/%s", directory, entry->d_name)
                                  : arena_strdup(tree->arena, entry->d_name);
    if (!path)
        return -ENOMEM;
    if (S_ISDIR(status.st_mode)) {
        if (mutant_is_foreign_directory(entry->d_name) || is_deep(path))
            return 0;
        return add_path(&tree->directories, path);
    }
    if (S_ISREG(status.st_mode) && syntax_language_of(path) != SYNTAX_NONE &&
        !mutant_is_foreign_file(path) && !mutant_is_test(path))
        return add_path(&tree->files, path);
    return 0;
}

/* Directories that cannot be read are passed over, as `make` of the candidate would. */
static int list_directory(struct tree *tree, const char *path)
{
    AUTO_CLOSEDIR DIR *directory = NULL;
    AUTO_CLOSE int descriptor = open_below(tree->root, *path ? path : ".", O_RDONLY | O_DIRECTORY);
    const struct dirent *entry = NULL;

    if (descriptor < 0 || !(directory = fdopendir(descriptor)))
        return 0;
    int at = steal_fd(&descriptor);
    while ((entry = readdir(directory))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (++tree->entries > ENTRIES) {
            tree->cut = true;
            break;
        }
        if (add_entry(tree, path, entry, at) < 0)
            return -ENOMEM;
    }
    return 0;
}

static int by_path(const void *left, const void *right)
{
    return strcmp(*(const char *const *) left, *(const char *const *) right);
}

static int list_all(struct tree *tree)
{
    int failed = add_path(&tree->directories, "");

    while (!failed && tree->directories.count > 0)
        failed = list_directory(tree, tree->directories.items[--tree->directories.count]);
    if (!failed && tree->files.count > 0)
        qsort(tree->files.items, tree->files.count, sizeof(*tree->files.items), by_path);
    return failed;
}

/* ---- Reading ------------------------------------------------------------------------------------
 */

/* A file's bytes, at most one more than are parsed; NULL where it cannot be read, -ENOMEM aside. */
static int read_source(int root, const char *path, struct buffer *buffer)
{
    AUTO_CLOSE int descriptor = open_below(root, path, O_RDONLY);
    struct stat status;
    char block[16384];
    ssize_t got = 0;

    if (descriptor < 0 || fstat(descriptor, &status) < 0 || !S_ISREG(status.st_mode))
        return -EACCES;
    if (buffer_puts(buffer, "") < 0)
        return -ENOMEM;
    while (buffer->size <= SYNTAX_BYTES && (got = read(descriptor, block, sizeof(block))) > 0) {
        if (buffer_append(buffer, block, (size_t) got) < 0)
            return -ENOMEM;
    }
    return got < 0 ? -EIO : 0;
}

static int add_files(struct tree *tree, struct mutants *mutants, struct error *error)
{
    size_t total = 0;

    mutants->cut = tree->cut || tree->files.count > MUTANT_FILES;
    for (size_t i = 0; i < tree->files.count && i < MUTANT_FILES; i++) {
        AUTO_BUFFER struct buffer source = { 0 };
        int failed = read_source(tree->root, tree->files.items[i], &source);

        if (failed == -ENOMEM)
            return error_set(error, -ENOMEM, "out of memory");
        if (failed < 0)
            continue;
        total += source.size;
        if (total > TOTAL_BYTES) {
            mutants->cut = true;
            break;
        }
        failed = mutants_add(mutants, tree->files.items[i], source.data, source.size, error);
        if (failed < 0)
            return failed;
    }
    return 0;
}

static int find(struct tree *tree, struct mutants *mutants, struct error *error)
{
    if (!tree->arena || !mutants || list_all(tree) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    return add_files(tree, mutants, error);
}

int mutants_find(const char *directory, struct mutants **ret, struct error *error)
{
    AUTO_CLOSE int root = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (root < 0)
        return error_at(error, -errno, directory, 0, "cannot be read: %s", strerror(errno));
    struct mutants *mutants = mutants_new();
    struct tree tree = { .arena = arena_new(), .root = root };
    int failed = find(&tree, mutants, error);
    free(tree.directories.items);
    free(tree.files.items);
    arena_free(tree.arena);
    if (failed < 0) {
        mutants_free(mutants);
        return failed;
    }
    *ret = mutants;
    return 0;
}
