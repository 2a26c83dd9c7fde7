/* How a repository is built and started: its Procfile, else a convention. */

#include "judge/service/service.h"
#include "tests/unit/unit.h"

#include "judge/base/file.h"

static char directory[64];
static struct arena *arena;
static struct procfile found;
static struct error error;

static void begin(void)
{
    strcpy(directory, "/tmp/assay-unit-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(directory));
    arena = arena_new();
    ck_assert_ptr_nonnull(arena);
}

static void end(void)
{
    file_remove_tree(directory, &error);
    arena_free(arena);
}

static int find_with(const char *name, const char *text)
{
    const char *path = arena_printf(arena, "%s/%s", directory, name);

    ck_assert_int_eq(file_write_atomic(path, text, strlen(text), 0644, &error), 0);
    return procfile_find(arena, directory, &found, &error);
}

START_TEST(a_procfile_says_it)
{
    begin();
    ck_assert_int_eq(find_with("Procfile",
                               "# how\n\nbuild: make all\r\nworker: x\nweb:  run --port $PORT\n"
                               "test:\tmake test: all"),
                     0);
    ck_assert_str_eq(found.build, "make all");
    ck_assert_str_eq(found.web, "run --port $PORT");
    ck_assert_str_eq(found.test, "make test: all");
    ck_assert_str_eq(found.source, "Procfile");
    ck_assert_int_eq(find_with("Procfile", "web: run"), 0);
    ck_assert_ptr_null(found.build);
    ck_assert_ptr_null(found.test);
    end();
}
END_TEST

START_TEST(a_faulty_procfile_is_told_with_its_line)
{
    static const struct {
        const char *text;
        int line;
    } rows[] = {
        { "build: a\nweb\n", 2 }, { "\nweb:\n", 2 }, { "web:  \n", 1 }, { "test: a\n", 2 }
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        begin();
        ck_assert_int_eq(find_with("Procfile", rows[i].text), -EINVAL);
        ck_assert_int_eq(error.line, rows[i].line);
        ck_assert_ptr_nonnull(strstr(error.file, "Procfile"));
        end();
    }
}
END_TEST

START_TEST(a_convention_stands_in_for_it)
{
    static const struct {
        const char *mark, *web, *source;
    } rows[] = {
        { "main.py", "exec python3 main.py", "main.py (Python)" },
        { "package.json", "npm start", "package.json (Node)" },
        { "pom.xml", "exec java -jar target/*.jar", "pom.xml (Maven)" },
        { "go.mod", "./.assay-service", "go.mod (Go)" },
    };

    begin();
    for (size_t i = 0; i < COUNT(rows); i++) { /* each comes before those that are there already */
        ck_assert_int_eq(find_with(rows[i].mark, "x"), 0);
        ck_assert_str_eq(found.web, rows[i].web);
        ck_assert_str_eq(found.source, rows[i].source);
    }
    ck_assert_int_eq(find_with("Procfile", "web: run"), 0);
    ck_assert_str_eq(found.source, "Procfile");
    end();
}
END_TEST

START_TEST(cmake_and_gradle_are_known)
{
    static const struct {
        const char *mark, *source, *build, *test;
    } rows[] = {
        { "CMakeLists.txt", "CMakeLists.txt (CMake)", "cmake --build build", "ctest" },
        { "build.gradle.kts", "build.gradle.kts (Gradle)", "./gradlew", "./gradlew" },
        { "build.gradle", "build.gradle (Gradle)", "./gradlew", "./gradlew" },
    };

    begin();
    for (size_t i = 0; i < COUNT(rows); i++) {
        ck_assert_int_eq(find_with(rows[i].mark, "x"), 0);
        ck_assert_str_eq(found.source, rows[i].source);
        ck_assert_ptr_nonnull(strstr(found.build, rows[i].build));
        ck_assert_ptr_nonnull(strstr(found.test, rows[i].test));
    }
    end();
}
END_TEST

START_TEST(nothing_that_can_be_started_is_a_clear_error)
{
    begin();
    ck_assert_int_eq(procfile_find(arena, directory, &found, &error), -ENOENT);
    ck_assert_ptr_nonnull(strstr(error.remedy, "Procfile"));
    ck_assert_int_eq(procfile_find(arena, "/nothing/here", &found, &error), -ENOENT);
    end();
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("service_procfile");
    TCase *tests = tcase_create("procfiles");

    tcase_add_test(tests, a_procfile_says_it);
    tcase_add_test(tests, a_faulty_procfile_is_told_with_its_line);
    tcase_add_test(tests, a_convention_stands_in_for_it);
    tcase_add_test(tests, cmake_and_gradle_are_known);
    tcase_add_test(tests, nothing_that_can_be_started_is_a_clear_error);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
