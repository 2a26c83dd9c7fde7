/* The table of languages: what is shipped, how users' files change it, how faults are told. */
#include "judge/language/language.h"
#include "judge/language/row.h"
#include "tests/unit/unit.h"

#include <errno.h>

static char directory[] = "/tmp/assay-table-XXXXXX";
static char faults[8192];

static void note_fault(void *context, const struct error *error)
{
    char text[1024];
    size_t used = strlen(faults);

    (void) context;
    error_format(error, text, sizeof(text));
    snprintf(faults + used, sizeof(faults) - used, "%s\n", text);
}

static void set_up(void)
{
    strcpy(directory + strlen(directory) - 6, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(directory));
    setenv("XDG_CONFIG_HOME", directory, 1);
    unsetenv("ASSAY_LANGUAGES");
    faults[0] = '\0';
}

static void tear_down(void)
{
    char command[128];

    snprintf(command, sizeof(command), "rm -rf %s", directory);
    ck_assert_int_eq(system(command), 0);
}

/* Loads the shipped table and then `user_text` as the file that ASSAY_LANGUAGES names. */
static int load_with(const char *user_text, struct language_table **ret, struct error *error)
{
    char path[128];

    snprintf(path, sizeof(path), "%s/mine.yaml", directory);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(user_text, file);
    fclose(file);
    setenv("ASSAY_LANGUAGES", path, 1);
    return language_table_load(ret, note_fault, NULL, error);
}

START_TEST(the_shipped_table_has_the_nine_languages)
{
    static const char *const ids[] = { "c",      "cpp",        "python3",    "go",  "java",
                                       "kotlin", "javascript", "typescript", "rust" };
    struct language_table *table = NULL;
    struct error error = { 0 };

    ck_assert_msg(language_table_load(&table, note_fault, NULL, &error) == 0, "%s", faults);
    ck_assert_uint_eq(language_count(table), COUNT(ids));
    for (size_t i = 0; i < COUNT(ids); i++) {
        const struct language *language = language_at(table, i);

        ck_assert_str_eq(language->id, ids[i]);
        ck_assert_ptr_eq(language_find(table, ids[i]), language);
        ck_assert_ptr_nonnull(language->endings[0]);
        ck_assert_str_ne(language->name, "");
    }
    ck_assert_ptr_null(language_at(table, COUNT(ids)));
    language_table_free(table);
}
END_TEST

static const struct {
    const char *name, *id;
} aliases[] = { { "C++", "cpp" },       { "python", "python3" }, { "PY", "python3" },
                { "golang", "go" },     { "Kotlin", "kotlin" },  { "js", "javascript" },
                { "TS", "typescript" }, { "rs", "rust" },        { "CPP", "cpp" } };

START_TEST(languages_are_found_by_their_other_names_in_any_case)
{
    struct language_table *table = NULL;
    struct error error = { 0 };

    ck_assert_int_eq(language_table_load(&table, NULL, NULL, &error), 0);
    const struct language *language = language_find(table, aliases[_i].name);
    ck_assert_ptr_nonnull(language);
    ck_assert_str_eq(language->id, aliases[_i].id);
    ck_assert_ptr_null(language_find(table, "cobol"));
    language_table_free(table);
}
END_TEST

START_TEST(a_users_file_changes_the_keys_that_it_gives_and_no_others)
{
    struct language_table *table = NULL;
    struct error error = { 0 };

    ck_assert_msg(load_with("languages:\n  cpp:\n    dialects: [gnu++23]\n"
                            "    compile: {time_s: 7}\n",
                            &table, &error) == 0,
                  "%s", faults);
    const struct language_row *row = language_find(table, "cpp")->row;
    ck_assert_str_eq(row->dialects[0], "gnu++23");
    ck_assert_ptr_null(row->dialects[1]);
    ck_assert_int_eq(row->compile.time_s, 7);
    ck_assert_int_eq(row->compile.memory_mb, 2048);
    ck_assert_str_eq(row->compile.command[0], "{g++}");
    ck_assert_str_eq(row->run.command[0], "{out}/program");
    ck_assert_uint_eq(language_count(table), 9);
    language_table_free(table);
}
END_TEST

START_TEST(a_users_file_adds_a_language_with_its_tool)
{
    struct language_table *table = NULL;
    struct error error = { 0 };

    ck_assert_msg(load_with("tools:\n  perl: {commands: [perl], version: [-v], package: perl}\n"
                            "languages:\n  perl:\n    name: Perl\n    endings: [pl, pm]\n"
                            "    tools: [perl]\n    entry: file\n    keep_sources: true\n"
                            "    run: {command: [\"{perl}\", \"{out}/{main}\"], tools: [perl],\n"
                            "          profile: interpreter, environment: {A: b}}\n",
                            &table, &error) == 0,
                  "%s", faults);
    const struct language *perl = language_find(table, "perl");
    ck_assert_ptr_nonnull(perl);
    ck_assert_uint_eq(language_count(table), 10);
    ck_assert_int_eq(perl->row->run.profile, SANDBOX_PROFILE_INTERPRETER);
    ck_assert_str_eq(perl->row->run.environment[0], "A=b");
    ck_assert_ptr_nonnull(table_tool(table, "perl"));
    ck_assert_str_eq(table_tool(table, "perl")->package, "perl");
    language_table_free(table);
}
END_TEST

START_TEST(the_file_in_the_configuration_directory_is_read_without_being_named)
{
    struct language_table *table = NULL;
    struct error error = { 0 };
    char path[160];

    snprintf(path, sizeof(path), "mkdir -p %s/assay", directory);
    ck_assert_int_eq(system(path), 0);
    snprintf(path, sizeof(path), "%s/assay/languages.yaml", directory);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs("languages: {rust: {name: Crab}}\n", file);
    fclose(file);
    ck_assert_int_eq(language_table_load(&table, NULL, NULL, &error), 0);
    ck_assert_str_eq(language_find(table, "rust")->name, "Crab");
    language_table_free(table);
}
END_TEST

/* Each table has one fault; `told` must be in the report, with the line. */
static const struct {
    const char *text, *told;
} broken[] = {
    { "languages:\n  c:\n    endngs: [c]\n", "mine.yaml:3: endngs: is not a key" },
    { "languages:\n  c:\n    compile:\n      time_s: soon\n", "mine.yaml:4" },
    { "languages:\n  c:\n    compile:\n      time_s: 0\n", "mine.yaml:4" },
    { "languages:\n  c:\n    run: {profile: godmode}\n", "mine.yaml:3: profile: no profile" },
    { "languages:\n  c:\n    entry: door\n", "mine.yaml:3: entry: must be" },
    { "languages:\n  c:\n    tools: [gcc, hammer]\n", "there is no tool \"hammer\"" },
    { "languages:\n  c:\n    run: {tools: [go]}\n", "\"go\" must be listed in tools" },
    { "languages:\n  c:\n    run: {command: [\"{nothing}\"]}\n",
      "\"{nothing}\" is no placeholder" },
    { "languages:\n  c:\n    run: {command: [\"x{out\"]}\n", "\"{out\" is no placeholder" },
    { "languages:\n  c:\n    run: {binds: [\"@nowhere\"]}\n", "there is no set \"nowhere\"" },
    { "languages:\n  c:\n    run: {binds: [relative]}\n", "\"relative\" is no absolute path" },
    { "languages:\n  c:\n    main_pattern: '(('\n", "c: main_pattern:" },
    { "languages:\n  new:\n    name: New\n", "mine.yaml:2: new: endings: a language needs" },
    { "langauges: {}\n", "mine.yaml:1: langauges: is none of" },
    { "languages: [c]\n", "mine.yaml:1: languages: must be a map" },
    { "languages:\n  c: {a: [}\n", "mine.yaml:" },
};

START_TEST(a_fault_is_told_with_file_line_and_key)
{
    struct language_table *table = NULL;
    struct error error = { 0 };

    ck_assert_int_eq(load_with(broken[_i].text, &table, &error), -EINVAL);
    ck_assert_ptr_null(table);
    ck_assert_msg(strstr(faults, broken[_i].told) != NULL, "told: %s", faults);
}
END_TEST

START_TEST(every_fault_of_a_table_is_told_and_the_first_is_the_error)
{
    struct language_table *table = NULL;
    struct error error = { 0 };

    ck_assert_int_eq(load_with("languages:\n  c:\n    one: 1\n    entry: two\n"
                               "  go:\n    run: {processes: many}\n",
                               &table, &error),
                     -EINVAL);
    ck_assert_ptr_nonnull(strstr(faults, "mine.yaml:3"));
    ck_assert_ptr_nonnull(strstr(faults, "mine.yaml:4"));
    ck_assert_ptr_nonnull(strstr(faults, "mine.yaml:6"));
    ck_assert_int_eq(error.line, 3);
}
END_TEST

START_TEST(a_named_file_that_is_missing_is_a_fault)
{
    struct language_table *table = NULL;
    struct error error = { 0 };

    setenv("ASSAY_LANGUAGES", "/nonexistent/languages.yaml", 1);
    ck_assert_int_eq(language_table_load(&table, note_fault, NULL, &error), -EINVAL);
    ck_assert_ptr_nonnull(strstr(faults, "/nonexistent/languages.yaml"));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("language table");
    TCase *tests = tcase_create("table");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_shipped_table_has_the_nine_languages);
    tcase_add_loop_test(tests, languages_are_found_by_their_other_names_in_any_case, 0,
                        COUNT(aliases));
    tcase_add_test(tests, a_users_file_changes_the_keys_that_it_gives_and_no_others);
    tcase_add_test(tests, a_users_file_adds_a_language_with_its_tool);
    tcase_add_test(tests, the_file_in_the_configuration_directory_is_read_without_being_named);
    tcase_add_loop_test(tests, a_fault_is_told_with_file_line_and_key, 0, COUNT(broken));
    tcase_add_test(tests, every_fault_of_a_table_is_told_and_the_first_is_the_error);
    tcase_add_test(tests, a_named_file_that_is_missing_is_a_fault);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
