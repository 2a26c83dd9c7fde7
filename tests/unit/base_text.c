/* Text made harmless, patterns, errors, memory, files: the small things that all parts rely on. */
#include "judge/base/text.h"

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "tests/unit/unit.h"

#include <errno.h>
#include <sys/stat.h>

static const struct {
    const char *name, *text, *shown;
} harmless[] = {
    { "plain text stays", "a b\n\tc", "a b\n\tc" },
    { "colours go", "\x1b[31mred\x1b[0m", "red" },
    { "a title goes", "\x1b]0;title\x07rest", "rest" },
    { "a title that ends with ST goes", "\x1b]0;title\x1b\\rest", "rest" },
    { "direction marks go",
      "a\xd8\x9c\xe2\x80\xae\xe2\x81\xa6"
      "b",
      "ab" },
    { "C1 controls go",
      "a\xc2\x9b"
      "mb",
      "amb" },
    { "bells and backspaces go",
      "a\x07\x08"
      "b",
      "ab" },
    { "UTF-8 stays", "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80",
      "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80" },
    { "bytes that are not UTF-8 are replaced",
      "a\xff"
      "b",
      "a\xef\xbf\xbd"
      "b" },
    { "overlong forms are replaced", "\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd" },
    { "an unfinished sequence at the end", "a\x1b[3", "a" },
};

START_TEST(what_a_terminal_would_obey_is_removed)
{
    char *shown = text_harmless(harmless[_i].text, strlen(harmless[_i].text), 1000);

    ck_assert_msg(strcmp(shown, harmless[_i].shown) == 0, "%s: '%s'", harmless[_i].name, shown);
    free(shown);
}
END_TEST

START_TEST(long_text_is_cut_and_says_so)
{
    char text[1000];

    memset(text, 'x', sizeof(text));
    char *shown = text_harmless(text, sizeof(text), 100);
    ck_assert_uint_ge(strlen(shown), 100);
    ck_assert_uint_lt(strlen(shown), 200);
    ck_assert_ptr_nonnull(strchr(shown, '\n'));
    free(shown);
    shown = text_harmless(text, 100, 100);
    ck_assert_uint_eq(strlen(shown), 100);
    free(shown);
}
END_TEST

START_TEST(patterns_find_groups)
{
    struct pattern *pattern = NULL;
    struct error error;
    size_t start, length;

    ck_assert_int_eq(pattern_new("^class (\\w+)(x)?", &pattern, &error), 0);
    ck_assert(pattern_find(pattern, "int\nclass Main\n", 15, 1, &start, &length));
    ck_assert_uint_eq(start, 10);
    ck_assert_uint_eq(length, 4);
    ck_assert(!pattern_find(pattern, "class Main", 10, 2, &start, &length));
    ck_assert(!pattern_find(pattern, "klass", 5, 0, NULL, NULL));
    ck_assert(!pattern_find(pattern, "\xff\xfe", 2, 0, NULL, NULL));
    pattern_free(pattern);
    ck_assert_int_eq(pattern_new("a(b", &pattern, &error), -EINVAL);
    pattern_free(NULL);
    ck_assert(text_matches("b+", "abbc", 4));
}
END_TEST

START_TEST(sizes_are_for_people)
{
    char text[32];

    text_bytes(0, text, sizeof(text));
    ck_assert_str_eq(text, "0 B");
    text_bytes(1023, text, sizeof(text));
    ck_assert_str_eq(text, "1023 B");
    text_bytes(1536, text, sizeof(text));
    ck_assert_str_eq(text, "1.5 KiB");
    text_bytes(256ull << 20, text, sizeof(text));
    ck_assert_str_eq(text, "256 MiB");
}
END_TEST

START_TEST(errors_have_a_place_a_context_and_a_remedy)
{
    struct error error;
    char text[200], small[12];

    ck_assert_int_eq(error_at(&error, -EINVAL, "a.yaml", 3, "wrong %s", "key"), -EINVAL);
    error_remedy(&error, "remove it");
    ck_assert_int_eq(error_context(&error, "group %d", 1), -EINVAL);
    error_format(&error, text, sizeof(text));
    ck_assert_str_eq(text, "a.yaml:3: group 1: wrong key (remove it)");
    error_format(&error, small, sizeof(small));
    ck_assert_uint_eq(strlen(small), sizeof(small) - 1);
    error_set(&error, -EIO, "%01000d", 7); /* cut, not overrun */
    error_format(&error, text, sizeof(text));
    ck_assert_uint_lt(strlen(text), sizeof(text));
}
END_TEST

START_TEST(an_escape_before_a_nul_hides_nothing)
{
    char *shown = text_harmless("a\x1b\0b]0;c\nd", 10, 1000);

    ck_assert_str_eq(shown, "ab]0;c\nd");
    free(shown);
}
END_TEST

static const struct {
    const char *quoted, *shown;
} quotes[] = {
    { "k\nassay: accepted", "k assay: accepted" },
    { "\tk\r", " k " },
    { "\x1b[2Jk\x7f", "?[2Jk?" },
    { "k\xc2\x9b\xe2\x80\xae", "k??" },
    { "gr\xc3\xbcn \xe2\x82\xac \xf0\x9f\x98\x80", "gr\xc3\xbcn \xe2\x82\xac \xf0\x9f\x98\x80" },
    { "\xff\xc3", "??" },
};

START_TEST(what_an_error_quotes_stays_in_its_line)
{
    const char *quoted = quotes[_i].quoted, *shown = quotes[_i].shown;
    struct error error;

    error_at(&error, -EINVAL, quoted, 1, "%s", quoted);
    error_remedy(&error, "%s", quoted);
    ck_assert_str_eq(error.message, shown);
    ck_assert_str_eq(error.remedy, shown);
    ck_assert_str_eq(error.file, shown);
    error_set(&error, -EINVAL, "%s", quoted);
    ck_assert_str_eq(error.message, shown);
    error_context(&error, "%s", quoted);
    ck_assert_int_eq(strncmp(error.message, shown, strlen(shown)), 0);
}
END_TEST

START_TEST(an_error_is_not_cut_inside_a_character)
{
    struct error error;
    char text[601];

    for (size_t i = 0; i < 600; i++)
        text[i] = "\xe2\x82\xac"[i % 3];
    text[600] = '\0';
    error_set(&error, -EINVAL, "%s", text);
    ck_assert_str_eq(error.message + strlen(error.message) - 4, "\xe2\x82\xac?");
}
END_TEST

START_TEST(allocations_can_be_made_to_fail)
{
    struct arena *arena = arena_new();
    struct buffer buffer = { 0 };

    memory_fail_after(0);
    ck_assert_ptr_null(memory_alloc(10));
    char *again = memory_alloc(10);
    ck_assert_ptr_nonnull(again);
    free(again);
    memory_fail_after(-1);
    ck_assert_ptr_null(arena_array(arena, SIZE_MAX / 2, 4));
    ck_assert_str_eq(arena_printf(arena, "%d-%s", 5, "x"), "5-x");
    for (int i = 0; i < 10000; i++)
        ck_assert_int_eq(buffer_printf(&buffer, "%d,", i % 10), 0);
    ck_assert_uint_eq(buffer.size, 20000);
    buffer_clear(&buffer);
    ck_assert_ptr_null(buffer.data);
    arena_free(arena);
}
END_TEST

START_TEST(files_are_written_whole_and_removed_without_following_links)
{
    char root[] = "/tmp/assay-unit-XXXXXX";
    char path[100], link[100], outside[100];
    struct arena *arena = arena_new();
    struct error error;
    const char *const *names;
    char *data;
    size_t size, count;

    ck_assert_ptr_nonnull(mkdtemp(root));
    snprintf(path, sizeof(path), "%s/tree/a/file.txt", root);
    snprintf(link, sizeof(link), "%s/tree/link", root);
    snprintf(outside, sizeof(outside), "%s/outside", root);
    ck_assert_int_lt(file_write_atomic(path, "x", 1, 0644, &error), 0);
    snprintf(path, sizeof(path), "%s/tree/a", root);
    ck_assert_int_eq(file_make_directories(path, 0755, &error), 0);
    snprintf(path, sizeof(path), "%s/tree/a/file.txt", root);
    ck_assert_int_eq(file_write_atomic(path, "old", 3, 0600, &error), 0);
    ck_assert_int_eq(file_write_atomic(path, "newer", 5, 0600, &error), 0);
    ck_assert_int_eq(file_read(path, 5, &data, &size, &error), 0);
    ck_assert_str_eq(data, "newer");
    free(data);
    ck_assert_int_eq(file_read(path, 4, &data, &size, &error), -EFBIG);
    ck_assert_int_eq(file_read(root, 4, &data, &size, &error), -EISDIR);
    ck_assert_str_eq(path_base(path), "file.txt");
    ck_assert_str_eq(path_ending(path), "txt");
    ck_assert_str_eq(path_ending("a.d/file"), "");
    ck_assert_int_eq(file_make_directories(outside, 0755, &error), 0);
    ck_assert_int_eq(symlink(outside, link), 0);
    snprintf(path, sizeof(path), "%s/tree", root);
    ck_assert_int_eq(file_list(arena, path, &names, &count, &error), 0);
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(names[0], "a");
    ck_assert_int_eq(file_remove_tree(path, &error), 0);
    ck_assert(!file_exists(path));
    ck_assert(file_is_directory(outside));
    ck_assert_int_eq(file_remove_tree(path, &error), 0);
    ck_assert_int_eq(file_remove_tree(root, &error), 0);
    arena_free(arena);
}
END_TEST

/* FIPS 180-4: the digest of "abc". */
START_TEST(digests_are_sha_256)
{
    struct digest_state *state = digest_new();
    char hex[65];

    digest_add(state, "a", 1);
    digest_add(state, "bc", 2);
    digest_finish(state, hex);
    ck_assert_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("base_text");
    TCase *tests = tcase_create("base");

    tcase_add_loop_test(tests, what_a_terminal_would_obey_is_removed, 0, COUNT(harmless));
    tcase_add_test(tests, long_text_is_cut_and_says_so);
    tcase_add_test(tests, patterns_find_groups);
    tcase_add_test(tests, sizes_are_for_people);
    tcase_add_test(tests, errors_have_a_place_a_context_and_a_remedy);
    tcase_add_test(tests, an_escape_before_a_nul_hides_nothing);
    tcase_add_loop_test(tests, what_an_error_quotes_stays_in_its_line, 0, COUNT(quotes));
    tcase_add_test(tests, an_error_is_not_cut_inside_a_character);
    tcase_add_test(tests, allocations_can_be_made_to_fail);
    tcase_add_test(tests, files_are_written_whole_and_removed_without_following_links);
    tcase_add_test(tests, digests_are_sha_256);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
