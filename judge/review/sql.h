#ifndef ASSAY_REVIEW_SQL_H
#define ASSAY_REVIEW_SQL_H

/*
 * As much of SQL as shows which indexes a schema has and which ones a query needs. What is not
 * understood (joins, alternatives, functions of columns) is left alone, since a guess would be
 * worse than silence.
 */

#include "judge/base/memory.h"

#include <stdbool.h>
#include <stddef.h>

#define SQL_COLUMNS 8
#define SQL_NAME 64

struct sql_columns {
    char names[SQL_COLUMNS][SQL_NAME]; /* small letters, unquoted */
    bool descending[SQL_COLUMNS];
    size_t count;
};

struct sql_index {
    char table[SQL_NAME];
    struct sql_columns columns;
    bool unique;
    bool partial; /* WHERE …: for some rows only */
};

struct sql_schema {
    char (*tables)[SQL_NAME];
    size_t table_count, table_capacity;
    struct sql_index *indexes;
    size_t index_count, index_capacity;
};

struct sql_select {
    char table[SQL_NAME];
    struct sql_columns equal, order;
    char range[SQL_NAME]; /* the first column that is compared by size, "" for none */
    bool limited;         /* LIMIT, so that an order by index spares the sort */
    size_t parameters;    /* values that the program puts in */
};

struct sql_insert {
    char table[SQL_NAME];
    struct sql_columns columns;
    bool settles; /* ON CONFLICT, OR IGNORE, OR REPLACE: it is prepared for a row that is there */
};

/* Adds what CREATE TABLE, CREATE INDEX and ALTER TABLE of `text` say; several statements may follow
 * one another. 0 or -ENOMEM. */
int sql_schema_add(struct sql_schema *schema, const char *text, size_t size);
void sql_schema_clear(struct sql_schema *schema);
bool sql_schema_has(const struct sql_schema *schema, const char *table);

/* One SELECT of one table with conditions that all must hold; false for anything else. */
bool sql_select_read(const char *text, size_t size, struct sql_select *ret);
bool sql_insert_read(const char *text, size_t size, struct sql_insert *ret);

bool sql_columns_have(const struct sql_columns *columns, const char *column);
/* Whether all of an index's columns are among `columns`. */
bool sql_index_within(const struct sql_index *index, const struct sql_columns *columns);

#endif
