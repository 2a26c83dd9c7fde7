#ifndef ASSAY_REPORT_TABLE_H
#define ASSAY_REPORT_TABLE_H

/* Internal: a table of text cells whose columns are as wide as their widest cell. */

#include "judge/report/report.h"

#define TABLE_COLUMNS 8

struct table_cell {
    char *text; /* valid UTF-8 without control characters */
    enum report_colour colour;
};

struct table_line {
    struct table_cell cells[TABLE_COLUMNS];
    char *note; /* printed below the line, indented; may have several lines; NULL: none */
};

struct table {
    struct arena *arena;
    const char *right; /* columns that are aligned to the right: 'r' at their index, else any */
    unsigned indent;
    struct table_line *lines;
    size_t count, capacity;
    bool failed; /* memory was out: lines are missing */
};

/* `right` e.g. "llrr". Adds a line of headings when `headings` (NULL-terminated) is given. */
void table_begin(struct table *table, const char *right, unsigned indent,
                 const char *const *headings);
/* Starts a line; the cells are set one by one. */
void table_line(struct table *table);
void table_cell(struct table *table, unsigned column, enum report_colour colour, const char *format,
                ...) __attribute__((format(printf, 4, 5)));
/* Text below the line, made harmless and cut to `lines` lines. */
void table_note(struct table *table, const char *text, unsigned lines);
/* Prints and frees. */
void table_end(struct table *table, FILE *file, const struct report_style *style);

/* A copy in `arena` that is harmless and on one line; "?" when memory is out. */
const char *table_clean(struct arena *arena, const char *text);

#endif
