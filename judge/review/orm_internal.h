#ifndef ASSAY_REVIEW_ORM_INTERNAL_H
#define ASSAY_REVIEW_ORM_INTERNAL_H

/* Internal to orm*.c. */

#include "judge/review/orm.h"

#define ORM_GROUPS 4

struct orm_part {
    const char *text;
    size_t size;
};

/* A match: all of it, and its groups; a group that took no part is empty. */
struct orm_match {
    size_t start, end;
    struct orm_part groups[ORM_GROUPS];
};

/* Writes the statements for a match of its pattern to `sql`; none where it does not understand.
 * `match->end` may be moved on. 0 or -ENOMEM. */
typedef int orm_translate(const struct review_file *file, struct orm_match *match,
                          struct buffer *sql);

orm_translate orm_alembic_table, orm_alembic_index, orm_declared_table, orm_django_model,
    orm_knex_table, orm_knex_change;
orm_translate orm_django_query, orm_alchemy_query, orm_knex_query, orm_spring_query;

/* The matches of a pattern in a text, one after another. */
struct orm_matches {
    struct pattern *pattern;
    const char *text;
    size_t size, at;
};

int orm_matches_begin(struct orm_matches *matches, const char *pattern, struct orm_part text);
bool orm_matches_next(struct orm_matches *matches, struct orm_match *ret);
void orm_matches_end(struct orm_matches *matches);
#define AUTO_MATCHES CLEANUP(orm_matches_end)

bool orm_part_has(struct orm_part part, const char *pattern);
/* Behind the parenthesis that closes the one at `open`; the end where none does. */
size_t orm_closing(const char *text, size_t size, size_t open);
/* "placedAt" as "placed_at". */
int orm_put_snake(struct buffer *buffer, struct orm_part name);

#endif
