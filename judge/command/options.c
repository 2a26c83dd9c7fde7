/*
 * Theory of operation: getopt_long(3) splits the command line; its tables are made from our rows,
 * so that it knows nothing which --help does not show. Each type has one function that checks and
 * stores a value; defaults go through the same functions, so a default out of its range would fail
 * the first test that parses an empty command line.
 */

#include "judge/command/options.h"

#include "judge/base/memory.h"
#include "judge/command/near.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <string.h>

enum { FIRST_VALUE = 256, HELP_VALUE = FIRST_VALUE + OPTION_ROWS_MAX };

/* ---- Values -------------------------------------------------------------------------------- */

static const struct {
    const char *suffix;
    unsigned shift;
} byte_units[] = {
    { "", 0 },     { "B", 0 },   { "K", 10 },   { "KB", 10 },  { "KiB", 10 },
    { "M", 20 },   { "MB", 20 }, { "MiB", 20 }, { "G", 30 },   { "GB", 30 },
    { "GiB", 30 }, { "T", 40 },  { "TB", 40 },  { "TiB", 40 },
};

/* Digits only: no sign, no white space, no hexadecimal. */
static int parse_digits(const char *text, uint64_t *ret, const char **ret_end)
{
    uint64_t value = 0;
    const char *at = text;

    for (; isdigit((unsigned char) *at); at++)
        if (__builtin_mul_overflow(value, 10u, &value) ||
            __builtin_add_overflow(value, (unsigned) (*at - '0'), &value))
            return -EINVAL;
    if (at == text)
        return -EINVAL;
    *ret = value;
    *ret_end = at;
    return 0;
}

int option_bytes(const char *text, uint64_t *ret)
{
    const char *suffix;
    uint64_t value;

    if (parse_digits(text, &value, &suffix) < 0)
        return -EINVAL;
    for (size_t i = 0; i < COUNT(byte_units); i++)
        if (!strcasecmp(byte_units[i].suffix, suffix))
            return __builtin_mul_overflow(value, (uint64_t) 1 << byte_units[i].shift, ret) ? -EINVAL
                                                                                           : 0;
    return -EINVAL;
}

static int bad_value(const struct option_row *row, const char *text, const char *expected,
                     struct error *error)
{
    return error_set(error, -EINVAL, "--%s: expected %s, not '%s'", row->name, expected, text);
}

static int check_range(const struct option_row *row, double value, const char *text,
                       struct error *error)
{
    if (value < row->low || value > row->high)
        return error_set(error, -EINVAL, "--%s: %s is out of range, %.15g to %.15g", row->name,
                         text, row->low, row->high);
    return 0;
}

static int store_flag(const struct option_row *row, const char *text, void *field,
                      struct error *error)
{
    (void) row, (void) text, (void) error;
    *(bool *) field = true;
    return 0;
}

static int store_count(const struct option_row *row, const char *text, void *field,
                       struct error *error)
{
    const char *end;
    uint64_t value;

    if (parse_digits(text, &value, &end) < 0 || *end)
        return bad_value(row, text, "a whole number", error);
    if (check_range(row, (double) value, text, error) < 0)
        return error->code;
    *(uint64_t *) field = value;
    return 0;
}

static int store_seconds(const struct option_row *row, const char *text, void *field,
                         struct error *error)
{
    char *end;
    double value = strtod(text, &end);

    if (end == text || *end || !isfinite(value) ||
        !(isdigit((unsigned char) *text) || *text == '.'))
        return bad_value(row, text, "seconds, such as 1.5", error);
    if (check_range(row, value, text, error) < 0)
        return error->code;
    *(double *) field = value;
    return 0;
}

static int store_bytes(const struct option_row *row, const char *text, void *field,
                       struct error *error)
{
    uint64_t value;

    if (option_bytes(text, &value) < 0)
        return bad_value(row, text, "bytes, such as 65536, 256M or 1GiB", error);
    if (check_range(row, (double) value, text, error) < 0)
        return error->code;
    *(uint64_t *) field = value;
    return 0;
}

static int store_text(const struct option_row *row, const char *text, void *field,
                      struct error *error)
{
    if (!*text)
        return bad_value(row, text, row->value, error);
    *(const char **) field = text;
    return 0;
}

#define VALUES_BYTES 256 /* of the names of an option's values, as far as they are shown */

static int store_choice(const struct option_row *row, const char *text, void *field,
                        struct error *error)
{
    for (size_t i = 0; row->choices[i]; i++)
        if (!strcmp(row->choices[i], text)) {
            *(const char **) field = row->choices[i];
            return 0;
        }
    char values[VALUES_BYTES] = "";
    size_t used = 0;

    for (size_t i = 0; row->choices[i] && used < sizeof(values); i++)
        used += (size_t) snprintf(values + used, sizeof(values) - used, "%s%s", i ? ", " : "",
                                  row->choices[i]);
    error_set(error, -EINVAL, "--%s: '%s' is none of its values (%s)", row->name, text, values);
    near_remedy(row->choices, text, "", error);
    return error->code;
}

static int store_list(const struct option_row *row, const char *text, void *field,
                      struct error *error)
{
    struct option_list *list = field;
    void *items = list->items;

    if (!*text)
        return bad_value(row, text, row->value, error);
    if (array_reserve(&items, list->count, &list->capacity, sizeof(*list->items)) < 0)
        return error_set(error, -ENOMEM, "memory is out");
    list->items = items;
    list->items[list->count++] = text;
    return 0;
}

static int (*const stores[OPTION_TYPE_COUNT])(const struct option_row *, const char *, void *,
                                              struct error *) = {
    [OPTION_FLAG] = store_flag,   [OPTION_COUNT] = store_count, [OPTION_SECONDS] = store_seconds,
    [OPTION_BYTES] = store_bytes, [OPTION_TEXT] = store_text,   [OPTION_CHOICE] = store_choice,
    [OPTION_LIST] = store_list,
};

int option_store(const struct option_row *row, const char *text, void *field, struct error *error)
{
    return stores[row->type](row, text, field, error);
}

/* ---- Parsing ------------------------------------------------------------------------------- */

/* getopt's view of the rows. */
struct getopt_tables {
    char letters[2 * OPTION_ROWS_MAX + 8];
    struct option names[OPTION_ROWS_MAX + 2];
};

static void make_tables(const struct option_row *rows, bool until_argument,
                        struct getopt_tables *tables)
{
    char *letter = tables->letters;
    size_t count = 0;

    if (until_argument)
        *letter++ = '+';
    *letter++ = ':'; /* a missing value is told apart from an unknown option */
    *letter++ = 'h';
    for (; count < OPTION_ROWS_MAX && rows[count].name; count++) {
        bool valued = rows[count].type != OPTION_FLAG;

        tables->names[count] = (struct option){
            .name = rows[count].name,
            .has_arg = valued ? required_argument : no_argument,
            .val = FIRST_VALUE + (int) count,
        };
        if (!rows[count].letter)
            continue;
        *letter++ = rows[count].letter;
        if (valued)
            *letter++ = ':';
    }
    *letter = '\0';
    tables->names[count] = (struct option){ .name = "help", .val = HELP_VALUE };
    tables->names[count + 1] = (struct option){ 0 };
}

static const struct option_row *row_of(const struct option_row *rows, int value)
{
    for (const struct option_row *row = rows; row->name; row++)
        if (value == FIRST_VALUE + (int) (row - rows) || (row->letter && value == row->letter))
            return row;
    return NULL;
}

/* getopt's '?': a value for a flag, an unknown letter, an unknown or ambiguous name. */
static int unknown_option(const struct option_row *rows, const char *word, int value,
                          struct error *error)
{
    const char *names[OPTION_ROWS_MAX + 2] = { "help" };
    const struct option_row *row = row_of(rows, value);
    size_t length = strcspn(word, "=");
    char name[64];

    if (row || value == HELP_VALUE)
        return error_set(error, -EINVAL, "--%s takes no value", row ? row->name : "help");
    if (value)
        return error_set(error, -EINVAL, "unknown option '-%c'", value);
    error_set(error, -EINVAL, "unknown option '%.*s'", (int) length, word);
    for (size_t i = 0; i < OPTION_ROWS_MAX && rows[i].name; i++)
        names[i + 1] = rows[i].name;
    snprintf(name, sizeof(name), "%.*s", (int) length - 2, word + 2);
    near_remedy(names, name, "--", error);
    return error->code;
}

static int missing_value(const struct option_row *rows, int value, struct error *error)
{
    const struct option_row *row = row_of(rows, value);

    return error_set(error, -EINVAL, "--%s needs a value: %s", row ? row->name : "?",
                     row ? row->value : "?");
}

static int store_defaults(const struct option_row *rows, void *settings, struct error *error)
{
    for (const struct option_row *row = rows; row->name; row++)
        if (row->fallback &&
            option_store(row, row->fallback, (char *) settings + row->offset, error) < 0)
            return error_context(error, "default");
    return 0;
}

int options_parse(const struct option_row *rows, bool until_argument, int argc, char **argv,
                  void *settings, struct option_rest *ret, struct error *error)
{
    struct getopt_tables tables;
    int value;

    make_tables(rows, until_argument, &tables);
    if (store_defaults(rows, settings, error) < 0)
        return error->code;
    *ret = (struct option_rest){ 0 };
    opterr = 0;
    optind = 0; /* glibc: start over, also with its own state */
    while ((value = getopt_long(argc, argv, tables.letters, tables.names, NULL)) != -1) {
        const struct option_row *row = row_of(rows, value);

        if (value == HELP_VALUE || value == 'h') {
            ret->help = true;
            return 0;
        }
        if (value == ':')
            return missing_value(rows, optopt, error);
        if (value == '?' || !row)
            return unknown_option(rows, argv[optind - 1], optopt, error);
        if (option_store(row, optarg, (char *) settings + row->offset, error) < 0)
            return error->code;
    }
    ret->arguments = argv + optind;
    ret->count = argc - optind;
    return 0;
}

void options_clear(const struct option_row *rows, void *settings)
{
    for (const struct option_row *row = rows; row->name; row++)
        if (row->type == OPTION_LIST) {
            struct option_list *list = (void *) ((char *) settings + row->offset);

            free(list->items);
            *list = (struct option_list){ 0 };
        }
}

/* ---- Help ---------------------------------------------------------------------------------- */

static void print_help_line(FILE *file, char letter, const char *name, const char *value,
                            const char *help)
{
    enum { NAME_COLUMN = 26 };
    char left[64], names[8] = "    ";

    if (letter)
        snprintf(names, sizeof(names), "-%c, ", letter);
    snprintf(left, sizeof(left), "  %s--%s%s%s", names, name, value ? " " : "", value ? value : "");
    if (strlen(left) < NAME_COLUMN + 4)
        fprintf(file, "%-*s%s", NAME_COLUMN + 4, left, help);
    else
        fprintf(file, "%s\n%*s%s", left, NAME_COLUMN + 4, "", help);
}

void options_help(const struct option_row *rows, FILE *file)
{
    for (const struct option_row *row = rows; row->name; row++) {
        print_help_line(file, row->letter, row->name, row->value, row->help);
        for (size_t i = 0; row->choices && row->choices[i]; i++)
            fprintf(file, "%s%s", i ? ", " : ": ", row->choices[i]);
        if (row->fallback)
            fprintf(file, " (default: %s)", row->fallback);
        fputc('\n', file);
    }
    print_help_line(file, 'h', "help", NULL, "print this help\n");
}
