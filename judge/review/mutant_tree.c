/*
 * Theory of operation: the sources of a directory that a candidate handed in, of which mutants are
 * made. Which files are tests, and which are not the candidate's work, goes by names alone: by what
 * the languages' test runners collect, and where their package managers and compilers put things.
 */

#include "judge/base/file.h"
#include "judge/review/mutant.h"
#include "judge/review/sources.h"

#include <fnmatch.h>
#include <string.h>

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

/* ---- Reading ------------------------------------------------------------------------------------
 */

static bool enters(const char *name)
{
    return !mutant_is_foreign_directory(name);
}

static bool takes(const char *path)
{
    return syntax_language_of(path) != SYNTAX_NONE && !mutant_is_foreign_file(path) &&
           !mutant_is_test(path);
}

static int add_all(struct mutants *mutants, const struct sources *sources, struct error *error)
{
    int failed = 0;

    mutants->cut = sources->cut;
    for (size_t i = 0; i < sources->count && !failed; i++)
        failed = mutants_add(mutants, sources->items[i].path, sources->items[i].text,
                             sources->items[i].size, error);
    return failed;
}

int mutants_find(const char *directory, struct mutants **ret, struct error *error)
{
    const struct sources_wanted wanted = { enters, takes, MUTANT_FILES, TOTAL_BYTES, SYNTAX_BYTES };
    struct sources *sources = NULL;
    int failed = sources_read(directory, &wanted, &sources, error);

    if (failed < 0)
        return failed;
    struct mutants *mutants = mutants_new();
    failed =
        mutants ? add_all(mutants, sources, error) : error_set(error, -ENOMEM, "out of memory");
    sources_free(sources);
    if (failed < 0) {
        mutants_free(mutants);
        return failed;
    }
    *ret = mutants;
    return 0;
}
