#ifndef ASSAY_RUBRIC_H
#define ASSAY_RUBRIC_H

/*
 * Rubrics: evidence in, scorecard out. A rubric is a YAML file (docs/rubrics.md, rubrics/):
 * criteria with a weight and four levels, each with an anchor text and the conditions over facts
 * that reach it; caps, gates, and what each recommendation needs.
 *
 * Pure: no file, clock or process. Whoever calls gives the text, and the texts that it extends. The
 * same rubric and evidence give the same scorecard, byte for byte.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/evidence/evidence.h"
#include "judge/rubric/expression.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* From 1, the lowest. 0 stands for a criterion that is open: nobody could say. */
enum { LEVEL_OPEN = 0, LEVEL_LOWEST = 1, LEVEL_HIGHEST = 4 };

/* "strong no hire", …; "open". */
const char *rubric_level_title(int level);

/* What follows where a fact that a condition needs is not known. */
enum missing_kind {
    MISSING_OPEN,   /* the criterion is open */
    MISSING_LOWEST, /* it is at level 1 */
    MISSING_SKIP,   /* the condition is passed over; with all of them, the criterion is open */
    MISSING_LEVEL   /* the condition holds up to that level, and not above */
};

struct missing {
    bool said; /* else that of the criterion, of the rubric, or MISSING_OPEN */
    enum missing_kind kind;
    int level;
};

struct condition {
    const char *file;
    int line;
    const struct expression *expression;
    const char *says; /* a sentence with {facts}; NULL: the expression itself */
    struct missing missing;
};

struct level {
    const char *file;
    int line;
    const char *anchor;
    const struct condition *when; /* all have to hold, and those of the levels below */
    size_t count;
};

struct cap {
    int at_most;
    struct condition when;
};

struct criterion {
    const char *file;
    int line;
    const char *id, *title, *about;
    double weight;
    int weight_line;
    bool by_person;
    struct missing missing;
    struct level levels[LEVEL_HIGHEST + 1]; /* [0] is unused */
    const struct cap *caps;
    size_t cap_count;
};

struct gate {
    const char *id;
    struct condition that;
    int at_most; /* the recommendation, where it does not hold */
};

struct need {
    const char *criterion;
    int level, line;
};

struct requirement { /* of a recommendation */
    const char *file;
    int line;
    double score; /* weighted mean, at least */
    const struct need *needs;
    size_t need_count;
};

struct rubric {
    struct arena *arena;
    const char *file;
    const char *id, *title, *about;
    int version;
    unsigned kinds; /* enum evidence_kind, of the evidence that it is for */
    struct missing missing;
    struct criterion **criteria;
    size_t count, capacity;
    struct gate **gates;
    size_t gate_count, gate_capacity;
    double scored;    /* the share of the weight that must not be open */
    int overall_line; /* 0: the rubric does not say what a recommendation needs */
    const char *overall_file;
    struct requirement overall[LEVEL_HIGHEST + 1]; /* of levels 2 to 4 */
};

/* Where the texts come from that `extends:` names. */
struct rubric_source {
    /* `name` as it stands in the file `from`. *ret_text and *ret_path are malloc()ed. */
    int (*load)(void *context, const char *name, const char *from, char **ret_text,
                size_t *ret_size, char **ret_path, struct error *error);
    void *context;
};

enum { RUBRIC_BYTES = 1 << 20, RUBRIC_DEPTH = 8, RUBRIC_CRITERIA = 50, RUBRIC_CONDITIONS = 40 };

/* Reads a rubric; `file` is its path. `source` NULL: `extends:` is refused.
 * Owns     *ret is the caller's: rubric_free().
 * Errors   -EINVAL the first fault, at its file and line; a ring of extends; -ENOMEM; the source's.
 */
int rubric_read(const char *file, const char *text, size_t size, const struct rubric_source *source,
                struct rubric **ret, struct error *error);
void rubric_free(struct rubric *rubric);

/* ---- Scoring -------------------------------------------------------------------------------- */

struct rating {
    const char *criterion;
    int level;
};

/* Whether evidence of this kind can be scored with these ratings.
 * Errors   -EINVAL the rubric is not for this kind, or a rating is of no criterion. */
int rubric_fits(const struct rubric *rubric, enum evidence_kind kind, const struct rating *ratings,
                size_t count, struct error *error);
/* The scorecard of the evidence (docs/json.md). Ratings decide their criteria, whatever the
 * evidence. Owns     *ret is the caller's: json_decref(). Errors   as rubric_fits(); -ENOMEM. */
int rubric_score(const struct rubric *rubric, const struct evidence *evidence,
                 const struct rating *ratings, size_t rating_count, json_t **ret,
                 struct error *error);

/* The level of a criterion by these facts (as struct evidence has them). */
int criterion_level(const struct rubric *rubric, const struct criterion *criterion,
                    const struct evidence_fact *facts);

/* How the levels of the criteria (in their order; LEVEL_OPEN) and the facts for the gates combine.
 */
struct overall {
    double score;  /* the weighted mean; 0: nothing was scored */
    double scored; /* share of the weight that was */
    int reached;   /* before gates */
    int level;     /* LEVEL_OPEN: too little is known */
};
void rubric_overall(const struct rubric *rubric, const int *levels,
                    const struct evidence_fact *facts, struct overall *ret);

/* ---- Checking ------------------------------------------------------------------------------- */

struct rubric_fault {
    const char *file;
    int line;
    const char *message;
};

struct rubric_faults {
    struct arena *arena; /* of the caller */
    struct rubric_fault *items;
    size_t count, capacity;
    bool failed; /* memory was out */
};

/* What is wrong with a rubric that can be read: weights, bounds that overlap, levels that nothing
 * reaches, conditions that are never (or always) true, facts that make a level worse by becoming
 * better. It looks for counterexamples among evidence drawn from a fixed seed and the constants of
 * the conditions: that it finds none is no proof.
 * Owns     items: rubric_faults_clear(). */
void rubric_check(const struct rubric *rubric, struct rubric_faults *ret);
void rubric_faults_clear(struct rubric_faults *faults);

#endif
