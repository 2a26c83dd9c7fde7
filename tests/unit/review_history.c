/* From what the reader of git histories prints to findings; what is in a real .git is for
 * tests/e2e/test_history.py. */

#include "judge/base/memory.h"
#include "judge/review/history.h"
#include "tests/unit/unit.h"

#define ID "0123456789abcdef0123456789abcdef01234567"
#define HEAD "{\"head\":\"" ID "\",\"shallow\":false}\n"
#define END "{\"files_end\":true}\n{\"end\":\"all\"}\n"

static struct history *parsed(const char *text)
{
    struct history *history = NULL;
    struct error error = { 0 };

    ck_assert_msg(history_parse(text, strlen(text), &history, &error) == 0, "%s", error.message);
    return history;
}

static void put_commit(struct buffer *text, int parents, const char *subject, bool body)
{
    ck_assert_int_eq(
        buffer_printf(text,
                      "{\"commit\":\"" ID "\",\"parents\":%d,\"subject\":\"%s\",\"subject_bytes\":"
                      "%zu,\"body\":%s,\"counted\":true,\"files\":[],\"more\":[0,0]}\n",
                      parents, subject, strlen(subject), body ? "true" : "false"),
        0);
}

static size_t poor(int parents, const char *subject, bool body)
{
    AUTO_BUFFER struct buffer text = { 0 };

    ck_assert_int_eq(buffer_puts(&text, HEAD), 0);
    put_commit(&text, parents, subject, body);
    struct history *history = parsed(text.data);
    ck_assert_uint_eq(history->commit_count, 1);
    size_t count = history_poor_messages(history);
    history_free(history);
    return count;
}

START_TEST(a_message_that_says_nothing_is_poor)
{
    static const char *const words[] = {
        "",
        "  ",
        "wip",
        "WIP",
        "fix",
        "Fixes",
        "more fixes",
        "bug fix",
        "fixed bug",
        "update",
        "Updates.",
        "changes",
        "asdf",
        "asdfgh",
        "stuff!",
        ".",
        "...",
        "x",
        "ok",
        "final",
        "final version",
        "fix again",
        "fix 2",
        "minor changes",
        "some more stuff",
        "refactoring",
        "oops",
        "README",
        "storage",
        "update files",
        "try again",
        "another fix",
        "code cleanup",
        "work in progress",
        "it works now",
    };
    static const char *const sentences[] = {
        "Store orders",
        "Fix typo in README",
        "fix: reject negative amounts",
        "Update the README",
        "v1.2.0",
        "1.0",
        "Test the retry",
        "Add tests",
        "Fix the race in the store",
        "\xe4\xbf\xae\xe5\xa4\x8d",
        "Refactor storage",
        "Fix #12",
        "Bump to 2",
        "More tests for money",
        "Clean up the handlers",
    };

    for (size_t i = 0; i < COUNT(words); i++) {
        ck_assert_msg(poor(1, words[i], false) == 1, "not poor: '%s'", words[i]);
        ck_assert_msg(poor(0, words[i], false) == 0, "of the first commit: '%s'", words[i]);
        ck_assert_msg(poor(2, words[i], false) == 0, "of a merge: '%s'", words[i]);
    }
    for (size_t i = 0; i < COUNT(sentences); i++)
        ck_assert_msg(poor(1, sentences[i], false) == 0, "poor: '%s'", sentences[i]);
    ck_assert_uint_eq(poor(1, "wip", true), 0);
    ck_assert_uint_eq(poor(1, "", true), 1);
}
END_TEST

START_TEST(a_subject_may_have_120_bytes)
{
    char subject[130];

    memset(subject, 'a', sizeof(subject));
    subject[1] = subject[9] = ' ';
    subject[120] = '\0';
    ck_assert_uint_eq(poor(1, subject, false), 0);
    subject[120] = 'a';
    subject[121] = '\0';
    ck_assert_uint_eq(poor(1, subject, false), 1);
}
END_TEST

START_TEST(lines_that_are_none_of_the_readers_are_passed_over)
{
    static const char text[] =
        HEAD "\n{}\nno json\n[1]\n{\"commit\":5}\n{\"commit\":\"" ID "\"}\n"
             "{\"commit\":\"short\",\"subject\":\"a\"}\n{\"file\":[]}\n{\"secret\":1,\"path\":2}\n"
             "{\"touched\":\"a\",\"lines\":[[1],\"x\",[99999999999,-4]]}\n{\"end\":\"never\"}\n"
             "{\"file\":\"a\\u001b[2J\",\"size\":-1}\n{\"file\":\"unfinished";
    struct history *history = parsed(text);

    ck_assert_uint_eq(history->commit_count, 0);
    ck_assert_uint_eq(history->secret_count, 0);
    ck_assert_uint_eq(history->file_count, 1);
    ck_assert_str_eq(history->files[0].path, "a?[2J");
    ck_assert_uint_eq(history->files[0].size, 0);
    ck_assert_uint_eq(history->touched[0].count, 3);
    ck_assert_int_ge(history->touched[0].ranges[2][1], 0);
    ck_assert_int_eq(history->end, HISTORY_BROKEN);
    ck_assert_ptr_nonnull(history->why);
    history_free(history);
    history = parsed("");
    ck_assert_str_eq(history->absent, "it could not be read");
    history_free(history);
}
END_TEST

START_TEST(a_base_that_is_none_says_what_there_is)
{
    static const char text[] = HEAD "{\"no_base\":\"x\",\"names\":[\"main\",3,\"v1\\n\"]}\n";
    struct history *history = NULL;
    struct error error = { 0 };

    ck_assert_int_eq(history_parse(text, strlen(text), &history, &error), -ENOENT);
    ck_assert_ptr_null(history);
    ck_assert_ptr_nonnull(strstr(error.remedy, "main, v1"));
}
END_TEST

static const char *only_rule(const char *files)
{
    static char rule[60];
    AUTO_BUFFER struct buffer text = { 0 };
    struct review *review = review_new();
    struct error error = { 0 };

    ck_assert_int_eq(buffer_printf(&text, HEAD "%s" END, files), 0);
    struct history *history = parsed(text.data);
    ck_assert_int_eq(history_review(history, review, &error), 0);
    ck_assert_int_eq(review_finish(review, &error), 0);
    ck_assert_uint_le(review->count, 1);
    snprintf(rule, sizeof(rule), "%s", review->count ? review->findings[0].rule : "");
    review_free(review);
    history_free(history);
    return rule;
}

START_TEST(an_environment_file_counts_by_its_values)
{
    static const struct {
        const char *path, *text, *rule;
    } rows[] = {
        { ".env", "PORT=8080", "history-env-file" },
        { "api/.env.local", "PORT=8080", "history-env-file" },
        { ".env", "# nothing\\nPORT=\\n", "" },
        { ".env.example", "JWT_SECRET=k3PqB81mZx0Lw92hYd", "" },
        { ".env.production", "JWT_SECRET=k3PqB81mZx0Lw92hYd", "history-env-secret" },
        { ".env", "export API_KEY='k3PqB81mZx0L'", "history-env-secret" },
        { ".env", "DB_PASSWORD=changeme-please", "history-env-file" },
        { ".env", "DB_PASSWORD=${DB_PASSWORD}", "history-env-file" },
        { ".env", "TOKEN_TTL=3600", "history-env-file" },
        { ".envrc", "JWT_SECRET=k3PqB81mZx0Lw92hYd", "" },
        { "tests/.env", "JWT_SECRET=k3PqB81mZx0Lw92hYd", "" },
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        char line[300];
        snprintf(line, sizeof(line),
                 "{\"file\":\"%s\",\"size\":9,\"binary\":false,\"text\":\"%s\"}\n", rows[i].path,
                 rows[i].text);
        ck_assert_msg(strcmp(only_rule(line), rows[i].rule) == 0, "%s: %s", rows[i].path,
                      rows[i].text);
    }
}
END_TEST

START_TEST(a_binary_may_have_a_mebibyte)
{
    ck_assert_str_eq(only_rule("{\"file\":\"a.bin\",\"size\":1048576,\"binary\":true}\n"), "");
    ck_assert_str_eq(only_rule("{\"file\":\"a.bin\",\"size\":1048577,\"binary\":true}\n"),
                     "history-large-binary");
    ck_assert_str_eq(only_rule("{\"file\":\"a.bin\",\"size\":1048577,\"binary\":true,"
                               "\"old\":true}\n"),
                     "");
}
END_TEST

static size_t kept(int line, int end_line, const char *touched)
{
    AUTO_BUFFER struct buffer text = { 0 };
    struct finding finding = {
        .rule = "r", .principle = "errors", .file = "a.py", .line = line, .end_line = end_line
    };
    struct review *review = review_new();
    struct error error = { 0 };

    ck_assert_int_eq(buffer_printf(&text, HEAD "{\"base\":\"" ID "\"}\n%s\n" END, touched), 0);
    struct history *history = parsed(text.data);
    ck_assert_int_eq(review_add(review, &finding, &error), 0);
    history_keep_touched(history, review);
    size_t count = review->count;
    review_free(review);
    history_free(history);
    return count;
}

START_TEST(a_finding_stays_where_its_lines_meet_the_change)
{
    static const char change[] = "{\"touched\":\"b.py\",\"new\":true,\"lines\":[]}\n"
                                 "{\"touched\":\"a.py\",\"new\":false,\"lines\":[[3,4],[9,9]]}";

    for (int line = 1; line <= 11; line++)
        ck_assert_uint_eq(kept(line, line, change), line == 3 || line == 4 || line == 9);
    ck_assert_uint_eq(kept(1, 2, change), 0);
    ck_assert_uint_eq(kept(1, 3, change), 1);
    ck_assert_uint_eq(kept(5, 8, change), 0);
    ck_assert_uint_eq(kept(5, 20, change), 1);
    ck_assert_uint_eq(kept(0, 0, change), 1);
    ck_assert_uint_eq(kept(7, 7, "{\"touched\":\"a.py\",\"new\":true,\"lines\":[]}"), 1);
    ck_assert_uint_eq(kept(7, 7, ""), 0);
}
END_TEST

START_TEST(what_nobody_writes_is_foreign)
{
    static const char *const foreign[] = { "package-lock.json", "a/yarn.lock", "go.sum",
                                           "node_modules/a.js", "vendor/a.go", "api/a.pb.go",
                                           "dist/a.js",         "gradlew",     "a.min.js" };
    static const char *const own[] = { "a.py", ".github/workflows/ci.yml", "db/migrations/1.sql",
                                       "src/lock.go", "package.json" };

    for (size_t i = 0; i < COUNT(foreign); i++)
        ck_assert_msg(history_is_foreign(foreign[i]), "%s", foreign[i]);
    for (size_t i = 0; i < COUNT(own); i++)
        ck_assert_msg(!history_is_foreign(own[i]), "%s", own[i]);
}
END_TEST

START_TEST(memory_that_runs_out_is_told)
{
    AUTO_BUFFER struct buffer text = { 0 };
    struct history *history = NULL;
    struct error error = { 0 };

    ck_assert_int_eq(buffer_puts(&text, HEAD), 0);
    for (int i = 0; i < 40; i++)
        put_commit(&text, 1, "wip", false);
    for (long after = 0;; after++) {
        ck_assert_int_lt((int) after, 1000);
        memory_fail_after(after);
        int failed = history_parse(text.data, text.size, &history, &error);
        if (memory_fail_after(-1) >= 0)
            break;
        ck_assert_int_eq(failed, -ENOMEM);
        ck_assert_ptr_null(history);
    }
    history_free(history);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("review_history");
    TCase *all = tcase_create("all");

    tcase_add_test(all, a_message_that_says_nothing_is_poor);
    tcase_add_test(all, a_subject_may_have_120_bytes);
    tcase_add_test(all, lines_that_are_none_of_the_readers_are_passed_over);
    tcase_add_test(all, a_base_that_is_none_says_what_there_is);
    tcase_add_test(all, an_environment_file_counts_by_its_values);
    tcase_add_test(all, a_binary_may_have_a_mebibyte);
    tcase_add_test(all, a_finding_stays_where_its_lines_meet_the_change);
    tcase_add_test(all, what_nobody_writes_is_foreign);
    tcase_add_test(all, memory_that_runs_out_is_told);
    suite_add_tcase(suite, all);
    return suite;
}

UNIT_MAIN(make_suite)
