/*
 * Theory of operation: a report is read once, from left to right, and of each executed line the
 * number is kept, a bit a line for each file. Nothing else of a report is believed, and no path of
 * it opened.
 */

#include "judge/review/coverage.h"

#include "judge/base/memory.h"
#include "judge/review/xml.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* ---- Sets of lines ------------------------------------------------------------------------------
 */

struct line_file {
    const char *path;
    bool exact; /* below the root: no other way of writing it */
    unsigned char *bits;
    size_t bytes;
};

struct line_cache {
    const char *path; /* asked for last */
    const struct line_file *file;
};

struct line_set {
    struct arena *arena;
    const char *root;
    size_t root_size;
    struct line_file *files;
    size_t count, capacity, last;
    size_t lines;
    struct line_cache *cache;
};

struct line_set *line_set_new(const char *root)
{
    struct line_set *set = memory_alloc(sizeof(*set));

    if (!set)
        return NULL;
    *set = (struct line_set){ .arena = arena_new(), .cache = calloc(1, sizeof(*set->cache)) };
    if (set->arena && root) {
        set->root = arena_strdup(set->arena, root);
        set->root_size = strlen(root);
    }
    if (!set->arena || !set->cache || (root && !set->root)) {
        line_set_free(set);
        return NULL;
    }
    return set;
}

void line_set_free(struct line_set *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->count; i++)
        free(set->files[i].bits);
    free(set->files);
    free(set->cache);
    arena_free(set->arena);
    free(set);
}

/* The file of a path, new where there is none; NULL beyond the bounds, and with *failed when memory
 * is out. Reports name one file many times in a row. */
static struct line_file *file_of(struct line_set *set, const char *path, size_t size, int *failed)
{
    bool exact = false;

    if (set->root && size > set->root_size + 1 && memcmp(path, set->root, set->root_size) == 0 &&
        path[set->root_size] == '/') {
        path += set->root_size + 1;
        size -= set->root_size + 1;
        exact = true;
    }
    for (size_t i = 0; i < set->count; i++) {
        struct line_file *file = &set->files[(set->last + i) % set->count];
        if (strlen(file->path) == size && memcmp(file->path, path, size) == 0) {
            set->last = (size_t) (file - set->files);
            return file;
        }
    }
    if (set->count == LINE_SET_FILES || size == 0)
        return NULL;
    char *copy = arena_strndup(set->arena, path, size);
    if (!copy ||
        array_reserve((void **) &set->files, set->count, &set->capacity, sizeof(*set->files)) < 0) {
        *failed = -ENOMEM;
        return NULL;
    }
    set->last = set->count;
    set->files[set->count] = (struct line_file){ .path = copy, .exact = exact };
    set->cache->path = NULL;
    return &set->files[set->count++];
}

static int reach(struct line_file *file, unsigned last)
{
    size_t needed = last / 8 + 1;

    if (needed <= file->bytes)
        return 0;
    needed = needed < 64 ? 64 : needed * 2;
    unsigned char *bits = memory_realloc(file->bits, needed);
    if (!bits)
        return -ENOMEM;
    memset(bits + file->bytes, 0, needed - file->bytes);
    file->bits = bits;
    file->bytes = needed;
    return 0;
}

int line_set_add(struct line_set *set, const char *path, size_t path_size, unsigned first,
                 unsigned last)
{
    int failed = 0;

    if (last > LINE_SET_LAST)
        last = LINE_SET_LAST;
    if (first == 0 || first > last || path_size > 4096)
        return 0;
    struct line_file *file = file_of(set, path, path_size, &failed);
    if (!file)
        return failed;
    if (reach(file, last) < 0 || !file->bits)
        return -ENOMEM;
    for (unsigned line = first; line <= last; line++) {
        unsigned char bit = (unsigned char) (1u << line % 8);
        set->lines += !(file->bits[line / 8] & bit);
        file->bits[line / 8] |= bit;
    }
    return 0;
}

size_t line_set_count(const struct line_set *set)
{
    return set->lines;
}

/* Bytes over which two paths agree from the right, 0 unless that is the whole of one of them. */
static size_t agreement(const char *one, const char *other)
{
    size_t left = strlen(one), right = strlen(other), same = 0;

    while (same < left && same < right && one[left - same - 1] == other[right - same - 1])
        same++;
    if (same == left && (same == right || other[right - same - 1] == '/'))
        return same;
    return same == right && one[left - same - 1] == '/' ? same : 0;
}

/* Of those that agree equally far, the shortest path. */
static const struct line_file *find_file(const struct line_set *set, const char *path)
{
    const struct line_file *found = NULL;
    size_t best = 0;

    for (size_t i = 0; i < set->count; i++) {
        const struct line_file *file = &set->files[i];
        size_t same = file->exact ? strlen(path) * (size_t) (strcmp(file->path, path) == 0)
                                  : agreement(file->path, path);
        if (file->exact && same > 0)
            return file;
        if (same > best ||
            (same > 0 && same == best && found && strlen(file->path) < strlen(found->path))) {
            found = file;
            best = same;
        }
    }
    return found;
}

bool line_set_has(const struct line_set *set, const char *path, unsigned line)
{
    if (!set->cache->path || strcmp(set->cache->path, path) != 0) {
        set->cache->file = find_file(set, path);
        set->cache->path = set->cache->file ? arena_strdup(set->arena, path) : NULL;
    }
    const struct line_file *file = set->cache->file;
    return file && line / 8 < file->bytes && file->bits[line / 8] & 1u << line % 8;
}

/* ---- Reports of lines ---------------------------------------------------------------------------
 */

/* A number that the text begins with; *text goes behind it. */
static bool take_number(const char **text, const char *end, unsigned *ret)
{
    unsigned value = 0;
    const char *start = *text;

    for (; *text < end && isdigit((unsigned char) **text); ++*text)
        value = value > 100000000 ? value : value * 10 + (unsigned) (**text - '0');
    *ret = value;
    return *text > start;
}

static bool take_byte(const char **text, const char *end, char byte)
{
    if (*text == end || **text != byte)
        return false;
    ++*text;
    return true;
}

/* "example.org/mod/file.go:12.30,14.3 2 1": from line and column, to, statements, count.
 * Source   golang.org/x/tools/cover, ParseProfiles. */
static int read_go_line(struct line_set *set, const char *line, const char *end)
{
    const char *colon = memrchr(line, ':', (size_t) (end - line));
    unsigned first = 0, last = 0, count = 0, other = 0;

    if (!colon)
        return 0;
    const char *at = colon + 1;
    if (!take_number(&at, end, &first) || !take_byte(&at, end, '.') ||
        !take_number(&at, end, &other) || !take_byte(&at, end, ',') ||
        !take_number(&at, end, &last) || !take_byte(&at, end, '.') ||
        !take_number(&at, end, &other) || !take_byte(&at, end, ' ') ||
        !take_number(&at, end, &other) || !take_byte(&at, end, ' ') ||
        !take_number(&at, end, &count) || count == 0)
        return 0;
    return line_set_add(set, line, (size_t) (colon - line), first, last);
}

/* Source   geninfo(1), "FILES": SF: names the file of what follows, DA: is a line and its count. */
static int read_lcov_line(struct line_set *set, const char *line, const char *end,
                          const char **file, size_t *file_size)
{
    unsigned number = 0, count = 0;

    if (end - line > 3 && memcmp(line, "SF:", 3) == 0) {
        *file = line + 3;
        *file_size = (size_t) (end - *file);
        return 0;
    }
    if (!*file || end - line < 6 || memcmp(line, "DA:", 3) != 0)
        return 0;
    const char *at = line + 3;
    if (!take_number(&at, end, &number) || !take_byte(&at, end, ',') ||
        !take_number(&at, end, &count) || count == 0)
        return 0;
    return line_set_add(set, *file, *file_size, number, number);
}

static int read_lines(struct line_set *set, const char *text, size_t size,
                      enum coverage_format format)
{
    const char *file = NULL, *stop = text + size;
    size_t file_size = 0;
    int failed = 0;

    while (text < stop && !failed) {
        const char *newline = memchr(text, '\n', (size_t) (stop - text));
        const char *next = newline ? newline + 1 : stop, *end = newline ? newline : stop;

        if (end > text && end[-1] == '\r')
            end--;
        failed = format == COVERAGE_GO ? read_go_line(set, text, end)
                                       : read_lcov_line(set, text, end, &file, &file_size);
        text = next;
    }
    return failed;
}

/* ---- Reports in XML -----------------------------------------------------------------------------
 */

struct xml_coverage {
    struct line_set *set;
    enum coverage_format format;
    const char *package; /* JaCoCo's, with slashes */
    const char *file;    /* of the lines that follow */
    struct arena *arena;
    int failed;
};

static unsigned number_of(const char *text)
{
    unsigned value = 0;

    if (text)
        take_number(&text, text + strlen(text), &value);
    return value;
}

static void take_source(struct xml_coverage *xml, const char *file)
{
    bool inside = xml->format == COVERAGE_JACOCO && xml->package && *xml->package;

    xml->file = NULL;
    if (file)
        xml->file = inside ? arena_printf(xml->arena, "%s/%s", xml->package, file)
                           : arena_strdup(xml->arena, file);
}

static void take_line(struct xml_coverage *xml, const char **attributes)
{
    bool jacoco = xml->format == COVERAGE_JACOCO;
    unsigned line = number_of(xml_attribute(attributes, jacoco ? "nr" : "number"));

    if (number_of(xml_attribute(attributes, jacoco ? "ci" : "hits")) > 0)
        xml->failed = line_set_add(xml->set, xml->file, strlen(xml->file), line, line);
}

/* Source   Cobertura's coverage-04.dtd: class@filename, line@number, line@hits.
 *          JaCoCo's report.dtd: package@name, sourcefile@name, line@nr, line@ci (instructions run).
 */
static void start_element(void *context, const char *name, const char **attributes)
{
    struct xml_coverage *xml = context;
    bool unknown = xml->format == COVERAGE_UNKNOWN;

    if (unknown && strcmp(name, "coverage") == 0) {
        xml->format = COVERAGE_COBERTURA;
    } else if (unknown && strcmp(name, "report") == 0) {
        xml->format = COVERAGE_JACOCO;
    } else if (strcmp(name, "package") == 0) {
        const char *text = xml_attribute(attributes, "name");
        xml->package = arena_strdup(xml->arena, text ? text : "");
    } else if (xml->format == COVERAGE_COBERTURA && strcmp(name, "class") == 0) {
        take_source(xml, xml_attribute(attributes, "filename"));
    } else if (xml->format == COVERAGE_JACOCO && strcmp(name, "sourcefile") == 0) {
        take_source(xml, xml_attribute(attributes, "name"));
    } else if (strcmp(name, "line") == 0 && xml->file && !xml->failed) {
        take_line(xml, attributes);
    }
}

static int read_xml(struct line_set *set, const char *text, size_t size,
                    enum coverage_format *ret_format, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct xml_coverage xml = { .set = set, .arena = arena };
    static const struct xml_handler handler = { start_element, NULL };

    if (!arena)
        return error_set(error, -ENOMEM, "out of memory");
    int failed = xml_read(text, size, &handler, &xml, error);
    if (failed < 0)
        return failed;
    if (xml.failed < 0)
        return error_set(error, xml.failed, "out of memory");
    if (xml.format == COVERAGE_UNKNOWN)
        return error_set(error, -EINVAL, "no report of coverage that is known");
    *ret_format = xml.format;
    return 0;
}

/* ---- Any ----------------------------------------------------------------------------------------
 */

const char *coverage_format_name(enum coverage_format format)
{
    static const char *const names[] = {
        [COVERAGE_UNKNOWN] = "unknown",     [COVERAGE_GO] = "Go's coverprofile",
        [COVERAGE_LCOV] = "lcov",           [COVERAGE_COBERTURA] = "Cobertura XML",
        [COVERAGE_JACOCO] = "JaCoCo's XML",
    };

    return names[format];
}

static bool begins(const char *text, size_t size, const char *with)
{
    size_t length = strlen(with);

    return size > length && memcmp(text, with, length) == 0;
}

int coverage_read(const char *text, size_t size, struct line_set *set,
                  enum coverage_format *ret_format, struct error *error)
{
    const char *start = text, *end = text + size;

    if (size > COVERAGE_BYTES)
        return error_set(error, -EFBIG, "a report of more than %zu bytes", COVERAGE_BYTES);
    while (start < end && isspace((unsigned char) *start))
        start++;
    size_t left = (size_t) (end - start);
    if (begins(start, left, "<"))
        return read_xml(set, text, size, ret_format, error);
    bool lcov = begins(start, left, "TN:") || begins(start, left, "SF:");
    if (!lcov && !begins(start, left, "mode:"))
        return error_set(error, -EINVAL, "no report of coverage that is known");
    enum coverage_format format = lcov ? COVERAGE_LCOV : COVERAGE_GO;
    if (read_lines(set, text, size, format) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    *ret_format = format;
    return 0;
}
