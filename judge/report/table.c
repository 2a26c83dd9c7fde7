/*
 * Theory of operation: lines are collected first and printed at the end, because a column is as
 * wide as its widest cell. Widths are counted in code points, which is right for everything that
 * Assay itself writes and good enough for names of files. Colours are put around the padded text,
 * so that they do not count.
 */

#include "judge/report/table.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"

#include <stdarg.h>
#include <string.h>

enum { GAP = 2, NOTE_INDENT = 4, CELL_BYTES = 4096, NOTE_BYTES = 16384 };

static unsigned text_width(const char *text)
{
    unsigned width = 0;

    for (; *text; text++)
        width += ((unsigned char) *text & 0xc0) != 0x80;
    return width;
}

const char *table_clean(struct arena *arena, const char *text)
{
    AUTO_FREE char *harmless = text_harmless(text, strlen(text), CELL_BYTES);
    char *copy = harmless ? arena_strdup(arena, harmless) : NULL;

    for (char *at = copy; at && *at; at++)
        if (*at == '\n' || *at == '\t')
            *at = ' ';
    return copy ? copy : "?";
}

void table_begin(struct table *table, const char *right, unsigned indent,
                 const char *const *headings)
{
    *table = (struct table){ .arena = arena_new(), .right = right, .indent = indent };
    if (!headings)
        return;
    table_line(table);
    for (unsigned column = 0; column < TABLE_COLUMNS && headings[column]; column++)
        table_cell(table, column, REPORT_FAINT, "%s", headings[column]);
}

void table_line(struct table *table)
{
    void *lines = table->lines;

    if (!table->arena ||
        array_reserve(&lines, table->count, &table->capacity, sizeof(*table->lines)) < 0) {
        table->failed = true;
        return;
    }
    table->lines = lines;
    table->lines[table->count++] = (struct table_line){ 0 };
}

void table_cell(struct table *table, unsigned column, enum report_colour colour, const char *format,
                ...)
{
    AUTO_FREE char *text = NULL;
    struct table_cell *cell;
    va_list arguments;

    if (table->failed || column >= TABLE_COLUMNS)
        return;
    va_start(arguments, format);
    if (vasprintf(&text, format, arguments) < 0)
        text = NULL;
    va_end(arguments);
    if (!text)
        return;
    cell = &table->lines[table->count - 1].cells[column];
    cell->text = (char *) table_clean(table->arena, text);
    cell->colour = colour;
}

void table_note(struct table *table, const char *text, unsigned lines)
{
    AUTO_FREE char *harmless = text_harmless(text, strlen(text), NOTE_BYTES);
    char *end = harmless;

    if (table->failed || !harmless || !*harmless)
        return;
    for (unsigned line = 0; line < lines && *end; line++)
        end += strcspn(end, "\n") + (end[strcspn(end, "\n")] == '\n');
    if (*end)
        table->lines[table->count - 1].note =
            arena_printf(table->arena, "%.*s(more lines follow; --json has them all)",
                         (int) (end - harmless), harmless);
    else
        table->lines[table->count - 1].note = arena_strdup(table->arena, harmless);
}

static void print_note(const struct table *table, FILE *file, const struct report_style *style,
                       const char *note)
{
    while (*note) {
        size_t length = strcspn(note, "\n");

        fprintf(file, "%*s%s%.*s%s\n", (int) (table->indent + NOTE_INDENT), "",
                report_colour_start(style, REPORT_FAINT), (int) length, note,
                report_colour_end(style, REPORT_FAINT));
        note += length + (note[length] == '\n');
    }
}

static void print_line(const struct table *table, FILE *file, const struct report_style *style,
                       const struct table_line *line, const unsigned *widths)
{
    unsigned last = 0, owed = table->indent;

    for (unsigned column = 0; column < TABLE_COLUMNS; column++)
        if (line->cells[column].text && *line->cells[column].text)
            last = column;
    /* Spaces are owed until text follows, so that no line ends in them. */
    for (unsigned column = 0; column <= last; column++) {
        const char *text = line->cells[column].text ? line->cells[column].text : "";
        unsigned width = text_width(text), pad = widths[column] - width;
        bool right = column < strlen(table->right) && table->right[column] == 'r';

        if (!widths[column])
            continue;
        fprintf(file, "%*s%s%s%s", (int) (owed + (right ? pad : 0)), "",
                report_colour_start(style, line->cells[column].colour), text,
                report_colour_end(style, line->cells[column].colour));
        owed = GAP + (right ? 0 : pad);
    }
    fputc('\n', file);
    if (line->note)
        print_note(table, file, style, line->note);
}

void table_end(struct table *table, FILE *file, const struct report_style *style)
{
    unsigned widths[TABLE_COLUMNS] = { 0 };

    for (size_t i = 0; i < table->count; i++)
        for (unsigned column = 0; column < TABLE_COLUMNS; column++) {
            const char *text = table->lines[i].cells[column].text;
            unsigned width = text ? text_width(text) : 0;

            if (width > widths[column])
                widths[column] = width;
        }
    for (size_t i = 0; i < table->count; i++)
        print_line(table, file, style, &table->lines[i], widths);
    if (table->failed)
        fputs("(memory is out: this table is not complete)\n", file);
    free(table->lines);
    arena_free(table->arena);
    *table = (struct table){ 0 };
}
