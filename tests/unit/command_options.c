/* The option parser: each type on both sides of its range, every mistake with its message; the
 * search for the word that was meant; where the program of `assay sandbox` is found. */

#include "judge/base/memory.h"
#include "judge/command/near.h"
#include "judge/command/options.h"
#include "judge/command/sandbox_program.h"
#include "tests/unit/unit.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

struct settings {
    bool flag;
    uint64_t count, bytes;
    double seconds;
    const char *text, *choice;
    struct option_list list;
};

static const char *const choices[] = { "apple", "banana", NULL };

#define FIELD(name) offsetof(struct settings, name)
static const struct option_row rows[] = {
    { .name = "flag", .letter = 'f', .type = OPTION_FLAG, .offset = FIELD(flag), .help = "flag" },
    { .name = "count",
      .letter = 'n',
      .type = OPTION_COUNT,
      .value = "N",
      .low = 2,
      .high = 10,
      .fallback = "3",
      .offset = FIELD(count),
      .help = "a number" },
    { .name = "bytes",
      .type = OPTION_BYTES,
      .value = "BYTES",
      .low = 16,
      .high = 1 << 30,
      .offset = FIELD(bytes),
      .help = "a size" },
    { .name = "seconds",
      .type = OPTION_SECONDS,
      .value = "SECONDS",
      .low = 0.5,
      .high = 2,
      .offset = FIELD(seconds),
      .help = "a time" },
    { .name = "text", .type = OPTION_TEXT, .value = "TEXT", .offset = FIELD(text), .help = "text" },
    { .name = "choice",
      .type = OPTION_CHOICE,
      .value = "NAME",
      .choices = choices,
      .offset = FIELD(choice),
      .help = "one of" },
    { .name = "list", .type = OPTION_LIST, .value = "ITEM", .offset = FIELD(list), .help = "many" },
    { 0 },
};

/* Parses words, the first of which is the command; NULL ends them. */
#define WORDS(...) ((const char *const[]){ "command", __VA_ARGS__, NULL })

struct parsed {
    char *argv[16];
    int argc;
    struct settings settings;
    struct option_rest rest;
    struct error error;
    int code;
};

static void parse(struct parsed *parsed, bool until_argument, const char *const *words)
{
    *parsed = (struct parsed){ 0 };
    for (; words[parsed->argc]; parsed->argc++)
        parsed->argv[parsed->argc] = (char *) words[parsed->argc];
    parsed->code = options_parse(rows, until_argument, parsed->argc, parsed->argv,
                                 &parsed->settings, &parsed->rest, &parsed->error);
}

START_TEST(an_empty_command_line_gives_the_defaults)
{
    struct parsed parsed;

    parse(&parsed, false, (const char *const[]){ "command", NULL });
    ck_assert_int_eq(parsed.code, 0);
    ck_assert_uint_eq(parsed.settings.count, 3);
    ck_assert_uint_eq(parsed.settings.bytes, 0);
    ck_assert_ptr_null(parsed.settings.choice);
    ck_assert_int_eq(parsed.rest.count, 0);
}
END_TEST

START_TEST(each_type_of_option_is_stored)
{
    struct parsed parsed;

    parse(&parsed, false,
          WORDS("one", "--flag", "-n4", "--bytes=1KiB", "--seconds", "1.5", "--text", "-", "two",
                "--choice", "banana", "--list=a", "--list=b"));
    ck_assert_int_eq(parsed.code, 0);
    ck_assert(parsed.settings.flag);
    ck_assert_uint_eq(parsed.settings.count, 4);
    ck_assert_uint_eq(parsed.settings.bytes, 1024);
    ck_assert_double_eq(parsed.settings.seconds, 1.5);
    ck_assert_str_eq(parsed.settings.text, "-");
    ck_assert_ptr_eq(parsed.settings.choice, choices[1]);
    ck_assert_uint_eq(parsed.settings.list.count, 2);
    ck_assert_str_eq(parsed.settings.list.items[1], "b");
    ck_assert_int_eq(parsed.rest.count, 2);
    ck_assert_str_eq(parsed.rest.arguments[0], "one");
    ck_assert_str_eq(parsed.rest.arguments[1], "two");
    options_clear(rows, &parsed.settings);
    ck_assert_uint_eq(parsed.settings.list.count, 0);
}
END_TEST

START_TEST(the_first_argument_can_end_the_options)
{
    struct parsed parsed;

    parse(&parsed, true, WORDS("--flag", "ls", "--count", "9"));
    ck_assert_int_eq(parsed.code, 0);
    ck_assert_uint_eq(parsed.settings.count, 3);
    ck_assert_int_eq(parsed.rest.count, 3);
    parse(&parsed, true, WORDS("--flag", "--", "--count", "9"));
    ck_assert_int_eq(parsed.rest.count, 2);
    ck_assert_str_eq(parsed.rest.arguments[0], "--count");
}
END_TEST

START_TEST(help_is_seen_by_both_names)
{
    struct parsed parsed;

    parse(&parsed, false, WORDS("--help"));
    ck_assert(parsed.rest.help);
    parse(&parsed, false, WORDS("x", "-h"));
    ck_assert(parsed.rest.help);
}
END_TEST

/* What a command line is, and what its error must say (NULL: it is right). */
static const struct {
    const char *words[4];
    const char *message, *remedy;
} lines[] = {
    { { "--count=2" }, NULL, NULL },
    { { "--count=1" }, "--count: 1 is out of range, 2 to 10", "" },
    { { "--count=10" }, NULL, NULL },
    { { "--count=11" }, "out of range", "" },
    { { "--count=-3" }, "expected a whole number, not '-3'", "" },
    { { "--count=3x" }, "expected a whole number", "" },
    { { "--count= 3" }, "expected a whole number", "" },
    { { "--count=" }, "expected a whole number", "" },
    { { "--count=18446744073709551616" }, "expected a whole number", "" },
    { { "--seconds=0.5" }, NULL, NULL },
    { { "--seconds=0.49" }, "out of range", "" },
    { { "--seconds=2.01" }, "out of range", "" },
    { { "--seconds=nan" }, "expected seconds", "" },
    { { "--seconds=inf" }, "expected seconds", "" },
    { { "--seconds=-1" }, "expected seconds", "" },
    { { "--seconds=1s" }, "expected seconds", "" },
    { { "--bytes=16" }, NULL, NULL },
    { { "--bytes=15" }, "out of range", "" },
    { { "--bytes=1G" }, NULL, NULL },
    { { "--bytes=2G" }, "out of range", "" },
    { { "--bytes=1X" }, "expected bytes", "" },
    { { "--bytes=99999999T" }, "expected bytes", "" },
    { { "--text=" }, "expected TEXT", "" },
    { { "--choice=aple" }, "none of its values", "did you mean 'apple'?" },
    { { "--choice=zzzzzz" }, "none of its values (apple, banana)", "" },
    { { "--cuont=3" }, "unknown option '--cuont'", "did you mean '--count'?" },
    { { "--zzzzzz" }, "unknown option '--zzzzzz'", "" },
    { { "-z" }, "unknown option '-z'", "" },
    { { "-fz" }, "unknown option '-z'", "" },
    { { "--flag=yes" }, "--flag takes no value", "" },
    { { "--count" }, "--count needs a value: N", "" },
    { { "-n" }, "--count needs a value: N", "" },
    { { "-n", "3" }, NULL, NULL },
};

START_TEST(each_mistake_is_named)
{
    struct parsed parsed;

    parse(&parsed, false, WORDS(lines[_i].words[0], lines[_i].words[1]));
    if (!lines[_i].message) {
        ck_assert_msg(parsed.code == 0, "%s: %s", lines[_i].words[0], parsed.error.message);
        return;
    }
    ck_assert_int_eq(parsed.code, -EINVAL);
    ck_assert_msg(strstr(parsed.error.message, lines[_i].message) != NULL, "'%s' does not say '%s'",
                  parsed.error.message, lines[_i].message);
    ck_assert_str_eq(parsed.error.remedy, lines[_i].remedy);
}
END_TEST

static const struct {
    const char *text;
    uint64_t bytes;
    int code;
} sizes[] = {
    { "0", 0, 0 },
    { "1", 1, 0 },
    { "7b", 7, 0 },
    { "64K", 65536, 0 },
    { "64kib", 65536, 0 },
    { "256M", 268435456, 0 },
    { "1GiB", 1073741824, 0 },
    { "2TB", 2199023255552, 0 },
    { "18446744073709551615", UINT64_MAX, 0 },
    { "18446744073709551616", 0, -EINVAL },
    { "16777215T", UINT64_MAX - (((uint64_t) 1 << 40) - 1), 0 },
    { "16777216T", 0, -EINVAL },
    { "", 0, -EINVAL },
    { "M", 0, -EINVAL },
    { "1 M", 0, -EINVAL },
    { "0x10", 0, -EINVAL },
    { "1.5M", 0, -EINVAL },
};

START_TEST(sizes_have_units_and_do_not_overflow)
{
    uint64_t bytes = 0;

    ck_assert_int_eq(option_bytes(sizes[_i].text, &bytes), sizes[_i].code);
    ck_assert_uint_eq(bytes, sizes[_i].bytes);
}
END_TEST

START_TEST(help_shows_every_row_with_its_default)
{
    char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);

    options_help(rows, file);
    fclose(file);
    for (const struct option_row *row = rows; row->name; row++) {
        ck_assert_msg(strstr(text, row->name) != NULL, "%s is not in help", row->name);
        ck_assert(strstr(text, row->help) != NULL);
    }
    ck_assert(strstr(text, "-n, --count N") != NULL);
    ck_assert(strstr(text, "(default: 3)") != NULL);
    ck_assert(strstr(text, "apple, banana") != NULL);
    ck_assert(strstr(text, "--help") != NULL);
    free(text);
}
END_TEST

static const struct {
    const char *typed, *found;
} typings[] = {
    { "submit", "submit" },
    { "sumbit", "submit" },
    { "submt", "submit" },
    { "sub", "submit" },
    { "verfiy", "verify" },
    { "doctr", "doctor" },
    { "tst", "test" },
    { "x", NULL },
    { "", NULL },
    { "kubernetes", NULL },
    { "langauges", "languages" },
};

START_TEST(a_mistyped_word_finds_the_one_meant)
{
    static const char *const words[] = { "submit", "verify", "doctor", "languages", "test", NULL };
    const char *found = near_word(words, typings[_i].typed);

    if (!typings[_i].found)
        ck_assert_ptr_null(found);
    else
        ck_assert_pstr_eq(found, typings[_i].found);
}
END_TEST

/* ---- The program of `assay sandbox` --------------------------------------------------------- */

static struct arena *arena;
static char directory[] = "/tmp/assay-options-XXXXXX";

static void make_directory(void)
{
    arena = arena_new();
    ck_assert_ptr_nonnull(arena);
    memcpy(directory + sizeof(directory) - 7, "XXXXXX", 7);
    ck_assert_ptr_nonnull(mkdtemp(directory));
}

static void remove_directory(void)
{
    const char *file = arena_printf(arena, "%s/prog", directory);

    unlink(file);
    rmdir(directory);
    arena_free(arena);
}

static const char *make_file(mode_t mode)
{
    const char *path = arena_printf(arena, "%s/prog", directory);
    AUTO_CLOSE int fd = open(path, O_CREAT | O_WRONLY, 0600);

    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(fchmod(fd, mode), 0);
    return path;
}

START_TEST(a_name_is_left_to_the_rooms_path)
{
    struct sandbox_place place;
    struct error error;

    ck_assert_int_eq(sandbox_place_find(arena, "ls", &place, &error), 0);
    ck_assert_str_eq(place.path, "ls");
    ck_assert_ptr_null(place.source);
    ck_assert_int_eq(sandbox_place_find(arena, "/nothing/here", &place, &error), 0);
    ck_assert_str_eq(place.path, "/nothing/here");
    ck_assert_ptr_null(place.source);
    ck_assert_int_eq(sandbox_place_find(arena, "/bin/sh", &place, &error), 0);
    ck_assert_str_eq(place.path, "/bin/sh");
    ck_assert_ptr_null(place.source);
}
END_TEST

START_TEST(a_host_file_is_shown_under_prog)
{
    const char *path = make_file(0755);
    struct sandbox_place place;
    struct error error;

    ck_assert_int_eq(sandbox_place_find(arena, path, &place, &error), 0);
    ck_assert_str_eq(place.path, "/prog/prog");
    ck_assert_str_eq(place.source, path);
    ck_assert(!place.copy);
}
END_TEST

START_TEST(a_host_file_closed_to_others_is_copied)
{
    const char *path = make_file(0700);
    struct sandbox_place place;
    struct error error;

    ck_assert_int_eq(sandbox_place_find(arena, path, &place, &error), 0);
    ck_assert_str_eq(place.path, "/box/prog");
    ck_assert(place.copy);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("command options");
    TCase *parser = tcase_create("parser"), *program = tcase_create("program");

    tcase_add_test(parser, an_empty_command_line_gives_the_defaults);
    tcase_add_test(parser, each_type_of_option_is_stored);
    tcase_add_test(parser, the_first_argument_can_end_the_options);
    tcase_add_test(parser, help_is_seen_by_both_names);
    tcase_add_loop_test(parser, each_mistake_is_named, 0, COUNT(lines));
    tcase_add_loop_test(parser, sizes_have_units_and_do_not_overflow, 0, COUNT(sizes));
    tcase_add_test(parser, help_shows_every_row_with_its_default);
    tcase_add_loop_test(parser, a_mistyped_word_finds_the_one_meant, 0, COUNT(typings));
    suite_add_tcase(suite, parser);
    tcase_add_checked_fixture(program, make_directory, remove_directory);
    tcase_add_test(program, a_name_is_left_to_the_rooms_path);
    tcase_add_test(program, a_host_file_is_shown_under_prog);
    tcase_add_test(program, a_host_file_closed_to_others_is_copied);
    suite_add_tcase(suite, program);
    return suite;
}

UNIT_MAIN(make_suite)
