#ifndef ASSAY_REVIEW_TEST_TALLY_H
#define ASSAY_REVIEW_TEST_TALLY_H

/* Internal to test_*.c: what one format's reader has found so far. */

#include "judge/review/test_output.h"

#define TALLY_MOST 1000000000 /* of anything: larger numbers are nobody's tests */

struct tally {
    struct arena *arena;
    uint64_t passed, failed, skipped;
    const char *names[TEST_NAMES];
    size_t name_count;
    /* What a format remembers from line to line, each in its own way. */
    uint64_t state[8];
    bool seen; /* a summary, or what stands for one */
    bool by_packages;
    bool failed_memory;
};

/* Takes a failed test's name, once. */
void tally_name(struct tally *tally, const char *text, size_t size);
void tally_add(uint64_t *sum, uint64_t number);

/* Reads a line, at most LINE_BYTES of it, without escape sequences and line end, NUL-terminated. */
#define LINE_BYTES 1000
typedef void tally_line(struct tally *tally, const char *line);
/* After the last line: sums up what was remembered. May be NULL. */
typedef void tally_end(struct tally *tally);

struct tally_format {
    tally_line *line;
    tally_end *end;
};

/* By format; without a reader for those that are not read by lines. */
extern const struct tally_format tally_formats[TEST_FORMATS];

/* A line of `go test -json`, whole. */
void tally_go_event(struct tally *tally, const char *line, size_t size);
void tally_go_events_end(struct tally *tally);
/* A JUnit XML file. */
int tally_junit(struct tally *tally, const char *text, size_t size);

/* ---- For the readers ----------------------------------------------------------------------------
 */
bool line_starts(const char *line, const char *start);
/* A number that `*at` begins with; *at goes behind it. Numbers over TALLY_MOST are cut to that. */
bool line_number(const char **at, uint64_t *ret);
/* The number behind `label`, where the line has that. */
bool line_number_after(const char *line, const char *label, uint64_t *ret);
const char *line_skip_blanks(const char *line);

#endif
