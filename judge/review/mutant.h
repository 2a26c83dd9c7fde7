#ifndef ASSAY_REVIEW_MUTANT_H
#define ASSAY_REVIEW_MUTANT_H

/*
 * Mutants: small wrong changes of a candidate's sources, for asking whether the candidate's tests
 * notice them. Finding and choosing them runs nothing; who runs the tests applies one at a time to
 * a copy. The same sources, seed and limit give the same mutants in the same order on every
 * machine.
 *
 * In typed languages only such are made as should compile, as far as syntax can tell. One that does
 * not compile says nothing of the tests and must not be counted.
 */

#include "judge/base/memory.h"
#include "judge/review/coverage.h"
#include "judge/review/syntax.h"

enum mutant_kind {
    MUTANT_CONDITION,  /* negated, or a negation taken away */
    MUTANT_BOUNDARY,   /* another comparison: < to <=, == to != */
    MUTANT_ARITHMETIC, /* another operator: + to - */
    MUTANT_BOOLEAN,    /* and to or */
    MUTANT_RETURN,     /* None, nil, zero or an empty value returned; a truth value inverted */
    MUTANT_STATEMENT,  /* a call, an assignment, a throw left out */
    MUTANT_CONSTANT,   /* n to n + 1, another string, true to false */
    MUTANT_KINDS,
};

const char *mutant_kind_name(enum mutant_kind kind); /* "boundary" */

struct mutant {
    const char *path; /* below the directory */
    enum syntax_language language;
    enum mutant_kind kind;
    unsigned line, column;   /* 1-based, the column in bytes */
    size_t start, end;       /* the bytes of the source that are replaced; none where equal */
    const char *replacement; /* by what */
    /* The line as it was and as it became, fit to show: one line, cut where it is long. Where the
     * replacement has parts that only make it compile, `after` is without them. */
    const char *before, *after;
};

struct mutant_omission {
    const char *path;
    const char *why;
};

#define MUTANT_FILES 4000                /* sources that are read of a directory */
#define MUTANT_MOST 100000               /* sites that are kept */
#define MUTANT_OMISSIONS 100             /* files passed over that are told of */
#define MUTANT_BYTES ((size_t) 64 << 20) /* of replacements, all together */

struct mutants {
    struct arena *arena;
    struct mutant *items; /* by path, then place */
    size_t count, capacity;
    size_t sources; /* read: no tests, nothing packed or of others */
    struct mutant_omission omissions[MUTANT_OMISSIONS];
    size_t omission_count;
    size_t bytes; /* of replacements */
    bool cut;     /* there was more than MUTANT_FILES, MUTANT_MOST or MUTANT_BYTES */
};

struct mutants *mutants_new(void); /* NULL when memory is out */
void mutants_free(struct mutants *mutants);

/* All sites of one source, added to `mutants`. A source that cannot be parsed in time, or is too
 * large, is an omission and no error. `text` need not live on.
 * Errors   -ENOMEM.
 */
int mutants_add(struct mutants *mutants, const char *path, const char *text, size_t size,
                struct error *error);
/* All sites in the sources below a directory: not of tests, nor what others wrote or a program
 * made. The directory is a candidate's: symbolic links are not followed, and only regular files
 * read. Owns     *ret is the caller's: mutants_free(). Errors   those of opening `directory`;
 * -ENOMEM.
 */
int mutants_find(const char *directory, struct mutants **ret, struct error *error);

/* At most `limit` of them, only on `executed` lines where that is not NULL. Spread evenly over the
 * kinds, within a kind in proportion over the files, and in an order of chance: any first part of
 * it is a sample, too, so that a time budget can end it anywhere. Owns     *ret is the caller's,
 * free(); what it points to is `mutants`'. Errors   -ENOMEM.
 */
int mutants_sample(const struct mutants *mutants, const struct line_set *executed, uint64_t seed,
                   size_t limit, const struct mutant ***ret, size_t *ret_count,
                   struct error *error);

/* The source with one mutant in it.
 * Owns     *ret is the caller's, free(); NUL added, not counted.
 * Errors   -EINVAL the mutant does not fit the text; -ENOMEM.
 */
int mutant_apply(const struct mutant *mutant, const char *text, size_t size, char **ret,
                 size_t *ret_size, struct error *error);

/* By the conventions of the language's test runners: names of files, and directories above. */
bool mutant_is_test(const char *path);
/* Vendored, generated or built: a directory's name, or a file's. */
bool mutant_is_foreign_directory(const char *name);
bool mutant_is_foreign_file(const char *path);

#endif
