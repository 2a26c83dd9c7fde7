#ifndef ASSAY_REVIEW_ORM_H
#define ASSAY_REVIEW_ORM_H

/*
 * What the code of a library for databases says, said in SQL, so that one reader and one judgement
 * do for all of them: tables and indexes of Alembic, SQLAlchemy, Django and knex; queries of
 * Django, knex and Spring Data. What is not understood is left out.
 */

#include "judge/review/rule.h"

/* One or more statements, and the place in the file that says so. 0 or a negative errno. */
typedef int orm_statement(void *context, size_t start, size_t end, const char *sql, size_t size);

/* Calls `take` for what the file has. Errors   -ENOMEM; those of `take`. */
int orm_read(const struct review_file *file, orm_statement *take, void *context);

#endif
