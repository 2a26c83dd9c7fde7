/* The cache's directories: kept, found, shared between processes, pruned by last use; and the
 * placeholders that commands are made from. */
#include "judge/base/file.h"
#include "judge/language/cache.h"
#include "judge/language/template.h"
#include "tests/unit/unit.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

static char cache[] = "/tmp/assay-cache-XXXXXX";
static struct error error;

static void set_up(void)
{
    strcpy(cache + strlen(cache) - 6, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(cache));
}

static void tear_down(void)
{
    ck_assert_int_eq(file_remove_tree(cache, &error), 0);
}

static bool has(const char *key)
{
    char path[256];

    snprintf(path, sizeof(path), "%s/%s", cache, key);
    return file_is_directory(path);
}

/* Makes an entry that claims a size and was last used `age_s` seconds ago. */
static void make_entry(const char *key, uint64_t size, long age_s)
{
    struct cache_slot slot = CACHE_SLOT_NONE;
    struct timespec times[2] = { { 0 }, { 0 } };

    ck_assert_int_eq(cache_begin(cache, &slot, &error), 0);
    ck_assert_int_eq(cache_keep(cache, key, size, &slot, &error), 0);
    times[0].tv_sec = times[1].tv_sec = time(NULL) - age_s;
    ck_assert_int_eq(futimens(slot.lock_fd, times), 0);
    cache_close(&slot);
}

START_TEST(an_entry_is_found_by_its_key_and_no_other)
{
    struct cache_slot slot = CACHE_SLOT_NONE;

    make_entry("one", 1, 0);
    ck_assert_int_eq(cache_find(cache, "two", &slot), 0);
    ck_assert_int_eq(cache_find(cache, "one", &slot), 1);
    ck_assert_ptr_nonnull(strstr(slot.directory, "/one"));
    cache_close(&slot);
    ck_assert(has("one"));
}
END_TEST

START_TEST(a_directory_that_is_not_kept_is_removed)
{
    struct cache_slot slot = CACHE_SLOT_NONE;
    char path[256];

    ck_assert_int_eq(cache_begin(cache, &slot, &error), 0);
    snprintf(path, sizeof(path), "%s", slot.directory);
    ck_assert(file_is_directory(path));
    cache_close(&slot);
    ck_assert(!file_is_directory(path));
}
END_TEST

START_TEST(directories_are_open_to_the_rooms_user_whatever_the_umask)
{
    struct cache_slot slot = CACHE_SLOT_NONE;
    struct stat info;

    umask(077);
    ck_assert_int_eq(cache_begin(cache, &slot, &error), 0);
    ck_assert_int_eq(stat(slot.directory, &info), 0);
    ck_assert_uint_eq(info.st_mode & 0777, 0755);
    cache_close(&slot);
}
END_TEST

START_TEST(the_second_to_keep_a_key_gets_the_first_ones_entry)
{
    struct cache_slot first = CACHE_SLOT_NONE;
    struct cache_slot second = CACHE_SLOT_NONE;
    struct stat kept, found;

    ck_assert_int_eq(cache_begin(cache, &first, &error), 0);
    ck_assert_int_eq(cache_begin(cache, &second, &error), 0);
    ck_assert_int_eq(cache_keep(cache, "key", 1, &first, &error), 0);
    ck_assert_int_eq(stat(first.directory, &kept), 0);
    ck_assert_int_eq(cache_keep(cache, "key", 1, &second, &error), 0);
    ck_assert_int_eq(stat(second.directory, &found), 0);
    ck_assert_uint_eq(kept.st_ino, found.st_ino);
    cache_close(&first);
    cache_close(&second);
    ck_assert(has("key"));
}
END_TEST

START_TEST(pruning_removes_what_was_used_longest_ago_and_stops_at_the_limit)
{
    make_entry("oldest", 100, 300);
    make_entry("middle", 100, 200);
    make_entry("newest", 100, 100);
    cache_prune(cache, 300);
    ck_assert(has("oldest") && has("middle") && has("newest"));
    cache_prune(cache, 299);
    ck_assert(!has("oldest") && has("middle") && has("newest"));
    cache_prune(cache, 0);
    ck_assert(!has("middle") && !has("newest"));
}
END_TEST

START_TEST(finding_an_entry_counts_as_use)
{
    struct cache_slot slot = CACHE_SLOT_NONE;

    make_entry("older", 100, 300);
    make_entry("newer", 100, 200);
    ck_assert_int_eq(cache_find(cache, "older", &slot), 1);
    cache_close(&slot);
    cache_prune(cache, 100);
    ck_assert(has("older") && !has("newer"));
}
END_TEST

START_TEST(an_entry_in_use_is_not_pruned)
{
    struct cache_slot slot = CACHE_SLOT_NONE;

    make_entry("used", 100, 300);
    make_entry("idle", 100, 200);
    ck_assert_int_eq(cache_find(cache, "used", &slot), 1);
    cache_prune(cache, 0);
    ck_assert(has("used") && !has("idle"));
    cache_close(&slot);
    cache_prune(cache, 0);
    ck_assert(!has("used"));
}
END_TEST

START_TEST(what_a_killed_process_left_is_pruned_and_what_a_living_one_has_is_not)
{
    struct cache_slot mine = CACHE_SLOT_NONE;
    struct timespec hours_ago[2] = { { time(NULL) - 9999, 0 }, { time(NULL) - 9999, 0 } };
    char theirs[256];
    int pipe_fds[2];

    ck_assert_int_eq(cache_begin(cache, &mine, &error), 0);
    ck_assert_int_eq(futimens(mine.lock_fd, hours_ago), 0);
    ck_assert_int_eq(pipe(pipe_fds), 0);
    pid_t child = fork();
    if (child == 0) {
        struct cache_slot slot = CACHE_SLOT_NONE;

        cache_close(&(struct cache_slot){ NULL, mine.lock_fd, false });
        if (cache_begin(cache, &slot, &error) == 0) {
            futimens(slot.lock_fd, hours_ago);
            dprintf(pipe_fds[1], "%s", slot.directory);
        }
        raise(SIGKILL);
    }
    ck_assert_int_eq(waitpid(child, NULL, 0), child);
    ssize_t size = read(pipe_fds[0], theirs, sizeof(theirs) - 1);
    ck_assert_int_gt(size, 0);
    theirs[size] = '\0';
    ck_assert(file_is_directory(theirs));
    cache_prune(cache, UINT64_MAX);
    ck_assert(!file_is_directory(theirs));
    ck_assert(file_is_directory(mine.directory));
    cache_close(&mine);
}
END_TEST

/* Builds, finds and prunes at random; every entry that was found must have its content. */
static int work(unsigned seed)
{
    for (int round = 0; round < 300; round++) {
        struct cache_slot slot = CACHE_SLOT_NONE;
        char key[16], path[512];

        snprintf(key, sizeof(key), "key%d", rand_r(&seed) % 5);
        if (rand_r(&seed) % 4 == 0)
            cache_prune(cache, 2);
        if (cache_find(cache, key, &slot) == 1) {
            snprintf(path, sizeof(path), "%s/content", slot.directory);
            if (!file_exists(path))
                return 1;
            cache_close(&slot);
            continue;
        }
        if (cache_begin(cache, &slot, &error) < 0)
            return 2;
        snprintf(path, sizeof(path), "%s/content", slot.directory);
        if (file_write_atomic(path, "x", 1, 0600, &error) < 0)
            return 3;
        if (cache_keep(cache, key, 1, &slot, &error) < 0)
            return 4;
        snprintf(path, sizeof(path), "%s/content", slot.directory);
        if (!file_exists(path))
            return 5;
        cache_close(&slot);
    }
    return 0;
}

START_TEST(many_processes_share_the_cache)
{
    pid_t children[8];

    for (unsigned i = 0; i < 8; i++) {
        children[i] = fork();
        if (children[i] == 0)
            _exit(work(i));
        ck_assert_int_gt(children[i], 0);
    }
    for (unsigned i = 0; i < 8; i++) {
        int status;

        ck_assert_int_eq(waitpid(children[i], &status, 0), children[i]);
        ck_assert_msg(WIFEXITED(status), "signal %d", WTERMSIG(status));
        ck_assert_int_eq(WEXITSTATUS(status), 0);
    }
}
END_TEST

/* ---- Placeholders --------------------------------------------------------------------------- */

static const struct {
    const char *words[4];
    uint64_t memory_mb;
    const char *expanded; /* joined by '|' */
} templates[] = {
    { { "plain", "" }, 256, "plain|" },
    { { "{tool}", "{tool.home}/x" }, 256, "/t/bin/tool|/t/x" },
    { { "{files}" }, 256, "a b.c|{out}.c" }, /* values are not looked at again */
    { { "x", "{includes}", "y" }, 256, "x|-I|/include/0|y" },
    { { "-o", "{out}/{main}" }, 256, "-o|/box/a b.c" },
    { { "{main}{main}" }, 256, "a b.ca b.c" },
    { { "[{class}]" }, 256, "[]" },
    { { "-Xmx{memory_mb}m" }, 256, "-Xmx256m" },
    { { "{stack_mb} {stack_kb} {initial_mb} {soft_mb}" }, 256, "32 32768 64 224" },
    { { "{stack_mb}" }, 2048, "64" },
    { { "{stack_mb}" }, 64, "16" },
    { { "{stack_mb}" }, 16, "8" },
    { { "{stack_mb} {initial_mb} {soft_mb}" }, 1, "1 1 1" },
};

START_TEST(placeholders_become_their_values)
{
    static const char *const none[] = { NULL };
    static const struct tool_row row = {
        .id = "tool", .commands = none, .locate = none, .version = none, .binds = none
    };
    static const struct tool tool = { .row = &row, .command = "/t/bin/tool", .home = "/t" };
    const struct tool *tools[] = { &tool, NULL };
    const char *files[] = { "a b.c", "{out}.c", NULL };
    const char *includes[] = { "/include/0", NULL };
    struct template_values values = { .tools = tools,
                                      .files = files,
                                      .includes = includes,
                                      .main = "a b.c",
                                      .out = "/box",
                                      .memory_mb = templates[_i].memory_mb };
    struct arena *arena = arena_new();
    char joined[256] = "";
    word_list words;

    ck_assert_int_eq(template_expand(arena, templates[_i].words, &values, &words), 0);
    for (size_t i = 0; words[i]; i++) {
        strcat(joined, i > 0 ? "|" : "");
        strcat(joined, words[i]);
    }
    ck_assert_str_eq(joined, templates[_i].expanded);
    arena_free(arena);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("language cache");
    TCase *tests = tcase_create("cache");

    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_entry_is_found_by_its_key_and_no_other);
    tcase_add_test(tests, a_directory_that_is_not_kept_is_removed);
    tcase_add_test(tests, directories_are_open_to_the_rooms_user_whatever_the_umask);
    tcase_add_test(tests, the_second_to_keep_a_key_gets_the_first_ones_entry);
    tcase_add_test(tests, pruning_removes_what_was_used_longest_ago_and_stops_at_the_limit);
    tcase_add_test(tests, finding_an_entry_counts_as_use);
    tcase_add_test(tests, an_entry_in_use_is_not_pruned);
    tcase_add_test(tests, what_a_killed_process_left_is_pruned_and_what_a_living_one_has_is_not);
    tcase_add_test(tests, many_processes_share_the_cache);
    tcase_add_loop_test(tests, placeholders_become_their_values, 0, COUNT(templates));
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
