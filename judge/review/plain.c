/*
 * Theory of operation: each kind of file is gone through once, and bytes are overwritten in place.
 * Of languages that are parsed, the tree says where comments are (review.c); these here are for SQL
 * and for settings. Pure.
 */

#include "judge/review/plain.h"

#include "judge/base/text.h"

#include <string.h>

void plain_blank(char *plain, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        if (plain[i] != '\n')
            plain[i] = ' ';
    }
}

/* SQL has two kinds of comments; what stands in quotes is none. */
void plain_blank_sql(char *plain, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        size_t end = i;
        if (plain[i] == '\'') {
            const char *close = memchr(plain + i + 1, '\'', size - i - 1);
            i = close ? (size_t) (close - plain) : size;
        } else if (i + 1 < size && plain[i] == '-' && plain[i + 1] == '-') {
            while (end < size && plain[end] != '\n')
                end++;
            plain_blank(plain, i, end);
        } else if (i + 1 < size && plain[i] == '/' && plain[i + 1] == '*') {
            const char *close = memmem(plain + i + 2, size - i - 2, "*/", 2);
            end = close ? (size_t) (close - plain) + 2 : size;
            plain_blank(plain, i, end);
        }
    }
}

/* Whole lines alone: within one, the letter may be part of a value. */
void plain_blank_settings(char *plain, size_t size)
{
    for (size_t at = 0; at < size;) {
        size_t start = at;
        while (at < size && plain[at] != '\n')
            at++;
        size_t first = start;
        while (first < at && (plain[first] == ' ' || plain[first] == '\t'))
            first++;
        if (first < at && strchr("#;!", plain[first]))
            plain_blank(plain, first, at);
        at++;
    }
}

/* In files that hold both ways of a migration, the way back does not run when it is applied. The
 * words are those of goose, sql-migrate, dbmate, Liquibase and of people. */
void plain_blank_way_back(char *plain, const char *text, size_t size)
{
    static const char down[] =
        "(?i)^[ \\t]*--\\s*(?:\\+\\s*\\w+\\s+down|migrate:down|rollback|undo|down)\\b";
    static const char up[] = "(?i)^[ \\t]*--\\s*(?:\\+\\s*\\w+\\s+up|migrate:up|up)\\b";
    struct pattern *begins = NULL, *ends = NULL;
    struct error error = { 0 };
    size_t at = 0, start = 0, end = 0;

    if (pattern_new(down, &begins, &error) == 0 && pattern_new(up, &ends, &error) == 0) {
        while (at < size && pattern_find_from(begins, text, size, at, 0, &start, NULL)) {
            if (!pattern_find_from(ends, text, size, start, 0, &end, NULL))
                end = size;
            plain_blank(plain, start, end);
            at = end;
        }
    }
    pattern_free(begins);
    pattern_free(ends);
}
