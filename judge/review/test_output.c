/*
 * Theory of operation: the text goes by once, line by line, and each line to the reader of every
 * format, a state machine with a tally of its own that looks at how the line begins. Afterwards the
 * first format in the order of `enum test_format` that saw a summary is the one: what a machine was
 * meant to read first, then runners whose summaries cannot be mistaken, TAP last, since node and
 * others print it inside. A line is read to LINE_BYTES (`go test -json`, being JSON, whole to
 * EVENT_BYTES), so that the work is a constant for each byte. There are no patterns that could go
 * back.
 *
 * With no summary at all the exit status is what there is: a runner that crashed says nothing else.
 */

#include "judge/review/test_output.h"

#include "judge/base/text.h"
#include "judge/review/test_tally.h"

#include <ctype.h>
#include <string.h>

#define ESCAPE 0x1b
#define EVENT_BYTES 65536

const char *test_format_name(enum test_format format)
{
    static const char *const names[TEST_FORMATS] = {
        [TEST_EXIT] = "exit status",      [TEST_JUNIT] = "JUnit XML",
        [TEST_GO_JSON] = "go test -json", [TEST_GO] = "go test",
        [TEST_NODE] = "node --test",      [TEST_PYTEST] = "pytest",
        [TEST_UNITTEST] = "unittest",     [TEST_JEST] = "jest",
        [TEST_VITEST] = "vitest",         [TEST_MOCHA] = "mocha",
        [TEST_CARGO] = "cargo test",      [TEST_MAVEN] = "Maven",
        [TEST_GRADLE] = "Gradle",         [TEST_JUNIT_CONSOLE] = "JUnit console",
        [TEST_GTEST] = "GoogleTest",      [TEST_CTEST] = "ctest",
        [TEST_CHECK] = "Check",           [TEST_TAP] = "TAP",
    };

    return format < TEST_FORMATS ? names[format] : "";
}

/* ---- For the readers ----------------------------------------------------------------------------
 */

bool line_starts(const char *line, const char *start)
{
    return strncmp(line, start, strlen(start)) == 0;
}

bool line_number(const char **at, uint64_t *ret)
{
    uint64_t value = 0;
    const char *start = *at;

    for (; isdigit((unsigned char) **at); ++*at)
        value = value >= TALLY_MOST ? TALLY_MOST : value * 10 + (uint64_t) (**at - '0');
    *ret = value < TALLY_MOST ? value : TALLY_MOST;
    return *at > start;
}

bool line_number_after(const char *line, const char *label, uint64_t *ret)
{
    const char *found = strstr(line, label);

    if (!found)
        return false;
    found = line_skip_blanks(found + strlen(label));
    return line_number(&found, ret);
}

const char *line_skip_blanks(const char *line)
{
    return line + strspn(line, " \t");
}

void tally_add(uint64_t *sum, uint64_t number)
{
    *sum = *sum + number < TALLY_MOST ? *sum + number : TALLY_MOST;
}

void tally_name(struct tally *tally, const char *text, size_t size)
{
    while (size > 0 && isspace((unsigned char) text[size - 1]))
        size--;
    if (size == 0 || tally->name_count == TEST_NAMES)
        return;
    AUTO_FREE char *harmless = text_harmless(text, size < TEST_NAME_BYTES ? size : TEST_NAME_BYTES,
                                             (size_t) TEST_NAME_BYTES * 3);
    char *name = harmless ? arena_strdup(tally->arena, harmless) : NULL;
    if (!name) {
        tally->failed_memory = true;
        return;
    }
    text_line(name);
    for (size_t i = 0; i < tally->name_count; i++) {
        if (strcmp(tally->names[i], name) == 0)
            return;
    }
    if (*name)
        tally->names[tally->name_count++] = name;
}

/* ---- Lines --------------------------------------------------------------------------------------
 */

/* A line without escape sequences (ECMA-48's CSI; of others, the ESC alone) and NULs. */
static void clean_line(const char *text, size_t size, char line[LINE_BYTES + 1])
{
    size_t length = 0;

    for (size_t at = 0; at < size && length < LINE_BYTES; at++) {
        if (text[at] == ESCAPE) {
            if (at + 1 < size && text[at + 1] == '[') {
                at += 2;
                while (at < size && text[at] >= 0x20 && text[at] < 0x40)
                    at++;
            }
        } else if (text[at] && text[at] != '\r') {
            line[length++] = text[at];
        }
    }
    while (length > 0 && line[length - 1] == ' ')
        length--;
    line[length] = '\0';
}

static void read_line(struct tally *tallies, const char *text, size_t size)
{
    char line[LINE_BYTES + 1];

    if (size > 1 && text[0] == '{' && size <= EVENT_BYTES)
        tally_go_event(&tallies[TEST_GO_JSON], text, size);
    clean_line(text, size, line);
    for (int i = 0; i < TEST_FORMATS; i++) {
        if (tally_formats[i].line)
            tally_formats[i].line(&tallies[i], line);
    }
}

static void read_printed(struct tally *tallies, struct test_text printed)
{
    const char *text = printed.text, *stop = text ? text + printed.size : text;

    while (text < stop) {
        const char *newline = memchr(text, '\n', (size_t) (stop - text));
        const char *end = newline ? newline : stop;

        read_line(tallies, text, (size_t) (end - text));
        text = newline ? newline + 1 : stop;
    }
    for (int i = 0; i < TEST_FORMATS; i++) {
        if (tally_formats[i].end)
            tally_formats[i].end(&tallies[i]);
    }
    tally_go_events_end(&tallies[TEST_GO_JSON]);
}

/* ---- Choosing -----------------------------------------------------------------------------------
 */

static enum test_format choose(const struct tally *tallies)
{
    for (int i = TEST_EXIT + 1; i < TEST_FORMATS; i++) {
        if (tallies[i].seen)
            return (enum test_format) i;
    }
    return TEST_EXIT;
}

static void fill(const struct tally *tally, enum test_format format, int exit_status,
                 struct test_output *ret)
{
    *ret = (struct test_output){ .format = format,
                                 .ok = exit_status == 0 && tally->failed == 0,
                                 .by_packages = tally->by_packages,
                                 .passed = tally->passed,
                                 .failed = tally->failed,
                                 .skipped = tally->skipped,
                                 .name_count = tally->name_count };
    memcpy(ret->names, tally->names, sizeof(ret->names));
}

int test_output_read(struct arena *arena, struct test_text printed, const struct test_text *junit,
                     size_t junit_count, int exit_status, struct test_output *ret,
                     struct error *error)
{
    struct tally tallies[TEST_FORMATS] = { { 0 } };
    bool failed = false;

    for (int i = 0; i < TEST_FORMATS; i++)
        tallies[i].arena = arena;
    for (size_t i = 0; i < junit_count && !failed; i++)
        failed = tally_junit(&tallies[TEST_JUNIT], junit[i].text, junit[i].size) == -ENOMEM;
    read_printed(tallies, printed);
    for (int i = 0; i < TEST_FORMATS; i++)
        failed |= tallies[i].failed_memory;
    if (failed)
        return error_set(error, -ENOMEM, "out of memory");
    enum test_format format = choose(tallies);
    fill(&tallies[format], format, exit_status, ret);
    return 0;
}
