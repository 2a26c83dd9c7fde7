#ifndef ASSAY_EVIDENCE_H
#define ASSAY_EVIDENCE_H

/*
 * Evidence: all that is known of one submission, as one JSON document (docs/evidence.schema.json):
 * facts of the catalogue, each with value, unit and source, or the reason why it could not be had;
 * findings of a review; and what the commands print with --json, for reports.
 *
 * Whoever finds something out sets it here by name. Setters do not fail one by one: what went wrong
 * first (no such fact, a value out of bounds, memory) is kept, and evidence_finish() tells.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/evidence/facts.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct trial;
struct growth;
struct grading;
struct readme_run;
struct history;
struct review;

enum fact_state { FACT_UNSET, FACT_KNOWN, FACT_ABSENT };
enum source_kind { SOURCE_TEST, SOURCE_COMMAND, SOURCE_FILE, SOURCE_MEASUREMENT };

struct evidence_fact {
    enum fact_state state;
    double value;       /* bool: 0 or 1; a word: its place in the fact's list */
    const char *reason; /* FACT_ABSENT: why */
    enum source_kind source;
    const char *where;
};

struct evidence {
    struct arena *arena;
    enum evidence_kind kind;
    struct evidence_fact *facts; /* fact_count() of them, by place in the catalogue */
    json_t *subject, *findings, *details;
    int fault_code; /* the first that went wrong; 0: nothing */
    char fault[200];
};

/* ---- Building ------------------------------------------------------------------------------- */

/* Owns: *ret is the caller's: evidence_free(). Errors: -ENOMEM. */
int evidence_new(enum evidence_kind kind, struct evidence **ret, struct error *error);
void evidence_free(struct evidence *evidence);

/* What it is about. Any text may be NULL. */
void evidence_subject(struct evidence *evidence, const char *problem, const char *title,
                      const char *language, const char *const *files, size_t file_count);
/* A number, in the unit of the catalogue; of a bool 0 or 1. It is rounded to a millionth, so that
 * reading what was written gives the same. */
void evidence_set(struct evidence *evidence, const char *name, double value,
                  enum source_kind source, const char *where);
void evidence_set_word(struct evidence *evidence, const char *name, const char *word,
                       enum source_kind source, const char *where);
/* It could not be had, for this reason. */
void evidence_absent(struct evidence *evidence, const char *name, const char *reason,
                     enum source_kind source, const char *where);
/* One finding, in the form of docs/evidence.schema.json; takes it over. NULL: memory was out. */
void evidence_add_finding(struct evidence *evidence, json_t *finding);
/* Sets the facts findings.* from the findings. Without it they are not part of the evidence. */
void evidence_count_findings(struct evidence *evidence, const char *where);
/* What a command prints with --json, for reports; takes it over. */
void evidence_add_detail(struct evidence *evidence, const char *command, json_t *detail);

/* Errors: what went wrong while building: -ENOMEM; -EINVAL a name or value that the catalogue does
 * not have, which is a fault of Assay's own. */
int evidence_finish(const struct evidence *evidence, struct error *error);

/* NULL: not part of the evidence, or no such fact. */
const struct evidence_fact *evidence_get(const struct evidence *evidence, const char *name);

/* ---- From what was judged ------------------------------------------------------------------- */

struct evidence_session {
    double minutes; /* that the candidate took; 0: not known */
};

/* Of `assay submit`. `title` of the problem; `growth` NULL: `why_no_growth` is the reason. */
int evidence_of_trial(const struct trial *trial, const char *title, const char *const *files,
                      size_t file_count, const struct growth *growth, const char *why_no_growth,
                      const struct evidence_session *session, struct evidence **ret,
                      struct error *error);
/* Of `assay grade`. */
int evidence_of_grading(const struct grading *grading, struct evidence **ret, struct error *error);

/* Sets the facts history.*, from a history without a base (judge/review/history.h). */
void evidence_set_history(struct evidence *evidence, const struct history *history);
/* Of a review: the facts code.*, from `where` (a command). Its findings are added for themselves,
 * and counted behind that. */
void evidence_add_review(struct evidence *evidence, const struct review *review, const char *where);
/* There was none, for this reason: code.* and findings.* are absent. */
void evidence_no_review(struct evidence *evidence, const char *why, const char *where);

/* The facts readme.* of `assay grade`. `run` NULL: `why` is the reason why there are none. */
void evidence_of_readme(struct evidence *evidence, const struct readme_run *run, const char *why);

/* ---- Documents ------------------------------------------------------------------------------ */

enum { EVIDENCE_BYTES = 64 << 20 };

/* Reads and checks a document; `file` is what messages call it.
 * Owns     *ret is the caller's: evidence_free().
 * Errors   -EINVAL with file, line where JSON is broken, else the JSON Pointer (RFC 6901) of what
 * is wrong; -ENOMEM. */
int evidence_read(const char *file, const char *text, size_t size, struct evidence **ret,
                  struct error *error);
/* The document: the same evidence gives the same bytes. NULL: memory was out. Owns: the caller's.
 */
json_t *evidence_json(const struct evidence *evidence);
/* The value of a fact, as JSON: true, 3, 0.5, "AC". */
json_t *evidence_value(const struct fact *fact, double value);
/* Writes any JSON as Assay does: indented, 15 digits, nothing that steers a terminal. Borrows.
 * Errors   -ENOMEM; -EIO. */
int evidence_print(FILE *file, const json_t *json);
/* The JSON Schema of documents. NULL: memory was out. Owns: the caller's. */
json_t *evidence_schema(void);

const char *source_kind_name(enum source_kind kind); /* "test" */

#endif
