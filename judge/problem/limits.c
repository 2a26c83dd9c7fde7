/*
 * Limits: the map in problem.yaml, and the two other places where a time limit may stand.
 *
 * A time limit in problem.yaml counts first, then DOMjudge's domjudge-problem.ini, then the file
 * .timelimit. Without any, users of the package derive it from the accepted submissions.
 *
 * Source   2025-09.md and legacy.md, "Limits"; DOMjudge's problem-format.rst for the .ini file.
 *          Legacy packages made for DOMjudge have `time_limit` too, and old Kattis ones
 *          `time_for_AC_submissions`.
 */
#include "judge/problem/reader.h"

#include "judge/base/file.h"

#include <ctype.h>
#include <errno.h>
#include <float.h>
#include <string.h>

#define KIB 1024.0
#define MIB (1024.0 * 1024.0)
#define SMALL_FILE ((size_t) 64 * 1024)
#define LONGEST_TIME_S 100000.0
#define MOST_OUTPUT_MIB 2048.0 /* the judge holds what was written in its own memory */

void reader_default_limits(struct package_limits *limits, enum package_version version)
{
    bool legacy = version == PACKAGE_LEGACY || version == PACKAGE_LEGACY_ICPC;

    *limits = (struct package_limits){
        .ac_to_time_limit = legacy ? 5.0 : 2.0,
        .time_limit_to_tle = legacy ? 2.0 : 1.5,
        .time_resolution_s = 1.0,
        .memory_bytes = (uint64_t) (2048 * MIB),
        .output_bytes = (uint64_t) (8 * MIB),
        .code_bytes = (uint64_t) (128 * KIB),
        .compilation_time_s = 60,
        .compilation_memory_bytes = (uint64_t) (2048 * MIB),
        .validation_time_s = 60,
        .validation_memory_bytes = (uint64_t) (2048 * MIB),
        .validation_output_bytes = (uint64_t) (8 * MIB),
        .validation_passes = 2,
    };
}

/* ---- problem.yaml --------------------------------------------------------------------------- */

static const struct {
    const char *name;
    size_t offset;
    enum { SECONDS, BYTES, PASSES } kind;
    double unit;      /* bytes in one */
    double low, high; /* of the number as written: at least one byte, for none means "no limit" */
} limit_rows[] = {
#define FIELD(name) offsetof(struct package_limits, name)
    { "time_limit", FIELD(time_s), SECONDS, 1, DBL_MIN, LONGEST_TIME_S },
    { "time_resolution", FIELD(time_resolution_s), SECONDS, 1, 1e-6, LONGEST_TIME_S },
    { "time_multiplier", FIELD(ac_to_time_limit), SECONDS, 1, DBL_MIN, 1e6 },
    { "time_safety_margin", FIELD(time_limit_to_tle), SECONDS, 1, DBL_MIN, 1e6 },
    { "ac_to_time_limit", FIELD(ac_to_time_limit), SECONDS, 1, 1, 1e6 },
    { "time_limit_to_tle", FIELD(time_limit_to_tle), SECONDS, 1, 1, 1e6 },
    { "memory", FIELD(memory_bytes), BYTES, MIB, 1 / MIB, 1e6 },
    { "output", FIELD(output_bytes), BYTES, MIB, 1 / MIB, MOST_OUTPUT_MIB },
    { "code", FIELD(code_bytes), BYTES, KIB, 1 / KIB, 1e9 },
    { "compilation_time", FIELD(compilation_time_s), SECONDS, 1, DBL_MIN, LONGEST_TIME_S },
    { "compilation_memory", FIELD(compilation_memory_bytes), BYTES, MIB, 1 / MIB, 1e6 },
    { "validation_time", FIELD(validation_time_s), SECONDS, 1, DBL_MIN, LONGEST_TIME_S },
    { "validation_memory", FIELD(validation_memory_bytes), BYTES, MIB, 1 / MIB, 1e6 },
    { "validation_output", FIELD(validation_output_bytes), BYTES, MIB, 1 / MIB, MOST_OUTPUT_MIB },
    { "validation_passes", FIELD(validation_passes), PASSES, 1, 2, 1000 },
#undef FIELD
};

static void store_limit(struct package_limits *limits, size_t row, double value)
{
    char *field = (char *) limits + limit_rows[row].offset;

    switch (limit_rows[row].kind) {
    case SECONDS:
        memcpy(field, &value, sizeof(value));
        break;
    case BYTES: {
        uint64_t bytes = (uint64_t) (value * limit_rows[row].unit);
        memcpy(field, &bytes, sizeof(bytes));
        break;
    }
    case PASSES: {
        uint32_t passes = (uint32_t) value;
        memcpy(field, &passes, sizeof(passes));
        break;
    }
    }
}

/* The `read` of every row below whose key is in limit_rows. */
static int read_limit(struct reader *reader, const struct yaml_node *node, void *target)
{
    struct package_limits *limits = target;
    size_t row = 0;
    double value = -1;

    while (strcmp(limit_rows[row].name, node->key) != 0)
        row++;
    int status = reader_double(reader, node, limit_rows[row].low, limit_rows[row].high, &value);
    if (status < 0 || value < 0)
        return status;
    if (limit_rows[row].kind != SECONDS && value != (double) (uint64_t) value &&
        reader_is(reader, VERSIONS_NEW))
        return reader_fault_at(reader, FAULT, node, "%s: expected a whole number", node->key);
    store_limit(limits, row, value);
    if (strcmp(node->key, "time_limit") == 0)
        limits->time_source = "problem.yaml";
    return 0;
}

static int read_multipliers(struct reader *reader, const struct yaml_node *node, void *target)
{
    static const struct key_row rows[] = {
        { "ac_to_time_limit", VERSIONS_NEW, read_limit },
        { "time_limit_to_tle", VERSIONS_NEW, read_limit },
    };

    return reader_walk(reader, node, rows, COUNT(rows), target);
}

int reader_limits(struct reader *reader, const struct yaml_node *node, void *target)
{
    static const struct key_row rows[] = {
        { "time_limit", VERSIONS_ALL, read_limit },
        { "time_resolution", VERSIONS_ALL, read_limit },
        { "time_multipliers", VERSIONS_NEW, read_multipliers },
        { "time_multiplier", VERSIONS_LEGACY, read_limit },
        { "time_safety_margin", VERSIONS_LEGACY, read_limit },
        { "time_for_AC_submissions", VERSIONS_LEGACY, reader_ignore },
        { "memory", VERSIONS_ALL, read_limit },
        { "output", VERSIONS_ALL, read_limit },
        { "code", VERSIONS_ALL, read_limit },
        { "compilation_time", VERSIONS_ALL, read_limit },
        { "compilation_memory", VERSIONS_ALL, read_limit },
        { "validation_time", VERSIONS_ALL, read_limit },
        { "validation_memory", VERSIONS_ALL, read_limit },
        { "validation_output", VERSIONS_ALL, read_limit },
        { "validation_passes", VERSIONS_ALL, read_limit },
    };
    struct package *package = target;

    return reader_walk(reader, node, rows, COUNT(rows), &package->limits);
}

/* ---- .timelimit and domjudge-problem.ini ---------------------------------------------------- */

/* A positive number of seconds with nothing but white space around it; 0 for anything else. */
static double parse_seconds(const char *text)
{
    char *end = NULL;
    double value;

    text += strspn(text, " \t\r\n");
    if (!isdigit((unsigned char) *text) && *text != '.')
        return 0;
    value = strtod(text, &end);
    end += strspn(end, " \t\r\n");
    return *end || !(value > 0) || value > LONGEST_TIME_S ? 0 : value;
}

static int set_time(struct reader *reader, const char *path, int line, const char *source,
                    const char *text)
{
    struct package_limits *limits = &reader->package->limits;
    double value = parse_seconds(text);

    if (value == 0)
        return reader_fault(reader, FAULT, path, line,
                            "'%.50s' is no time limit: expected a number of seconds", text);
    if (!limits->time_source) {
        limits->time_s = value;
        limits->time_source = source;
    }
    return 0;
}

static int ini_time(struct reader *reader, const char *path, int line, const char *value)
{
    return set_time(reader, path, line, "domjudge-problem.ini", value);
}

static int ini_name(struct reader *reader, const char *path, int line, const char *value)
{
    (void) path;
    (void) line;
    if (reader->package->name || !*value)
        return 0;
    reader->package->name = arena_strdup(reader->arena, value);
    return reader->package->name ? 0 : -ENOMEM;
}

/* These name programs that are on the judge's side, not in the package. */
static int ini_special(struct reader *reader, const char *path, int line, const char *value)
{
    if (reader->validation_given || !*value)
        return 0;
    return reader_fault(reader, WARNING, path, line,
                        "the program '%.50s' is not in the package; problem.yaml decides how "
                        "outputs are judged",
                        value);
}

static const struct {
    const char *key;
    int (*read)(struct reader *reader, const char *path, int line, const char *value);
} ini_rows[] = {
    { "timelimit", ini_time },
    { "name", ini_name },
    { "special_run", ini_special },
    { "special_compare", ini_special },
};

/* Cuts the value out of what stands behind '=': quotes off, or a comment and white space off.
 * Returns where the next line begins; counts the lines of a quoted value. */
static char *cut_value(char *text, char **ret_value, int *line)
{
    char *end;

    text += strspn(text, " \t");
    if (*text == '"' || *text == '\'') {
        char quote = *text++;
        *ret_value = text;
        end = strchr(text, quote);
        end = end ? end : text + strlen(text);
        for (const char *at = text; at < end; at++)
            *line += *at == '\n';
        char *next = end + strcspn(end, "\n");
        bool last = !*next;
        *end = '\0';
        return last ? next : next + 1;
    }
    *ret_value = text;
    char *next = text + strcspn(text, "\n");
    bool last = !*next;
    *next = '\0';
    text[strcspn(text, ";")] = '\0';
    end = text + strlen(text);
    while (end > text && isspace((unsigned char) end[-1]))
        *--end = '\0';
    return last ? next : next + 1;
}

static int read_ini_line(struct reader *reader, const char *path, int line, char *key, char *value)
{
    key[strcspn(key, " \t")] = '\0';
    for (size_t i = 0; i < COUNT(ini_rows); i++) {
        if (strcmp(key, ini_rows[i].key) == 0)
            return ini_rows[i].read(reader, path, line, value);
    }
    return 0; /* colours, points and other matters of a contest */
}

static int read_ini(struct reader *reader, const char *path, char *text)
{
    int line = 1, status = 0;

    if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
        text += 3;
    while (*text && status == 0) {
        text += strspn(text, " \t\r");
        char *equals = text + strcspn(text, "=\n");
        if (*text == ';' || *text == '#' || *text == '[' || *equals != '=') {
            text += strcspn(text, "\n");
            line += *text == '\n';
            text += *text == '\n';
            continue;
        }
        char *key = text, *value = NULL;
        int here = line;
        *equals = '\0';
        text = cut_value(equals + 1, &value, &line);
        line++;
        status = read_ini_line(reader, path, here, key, value);
    }
    return status;
}

/* Reads a small file; a missing one leaves *ret_text NULL. */
static int read_small(struct reader *reader, const char *path, char **ret_text)
{
    struct error error;
    size_t size;

    if (!path)
        return -ENOMEM;
    if (!file_exists(path))
        return 0;
    return reader_check(reader, file_read(path, SMALL_FILE, ret_text, &size, &error), &error);
}

int reader_foreign_limits(struct reader *reader)
{
    AUTO_FREE char *ini = NULL;
    AUTO_FREE char *seconds = NULL;
    const char *ini_path = reader_path(reader, "domjudge-problem.ini");
    const char *seconds_path = reader_path(reader, ".timelimit");
    int status = read_small(reader, ini_path, &ini);

    if (status == 0 && ini)
        status = read_ini(reader, ini_path, ini);
    if (status == 0)
        status = read_small(reader, seconds_path, &seconds);
    if (status == 0 && seconds) {
        seconds[strcspn(seconds, "\r\n")] = '\0';
        status = set_time(reader, seconds_path, 1, ".timelimit", seconds);
    }
    return status;
}
