#ifndef ASSAY_REPORT_VIEW_H
#define ASSAY_REPORT_VIEW_H

/*
 * Internal: what a page shows, made of the two documents: every number is worded, every order
 * decided, every coordinate of a plot computed. Pages only lay it out.
 */

#include "judge/report/json.h"
#include "judge/report/template.h"
#include "judge/review/review.h"

/* The whole view. NULL: memory was out. Owns: the caller's. */
json_t *view_new(const json_t *evidence, const json_t *scorecard);

/* `page` filled with the view. Errors: as template_render(). */
int view_render(const char *page, const struct template_format *format, const json_t *evidence,
                const json_t *scorecard, struct buffer *out);

/* ---- Reading documents: nothing fails, what is absent or of another type reads as nothing -----
 */

const char *view_text(const json_t *object, const char *key); /* "" */
double view_number(const json_t *object, const char *key);    /* NAN */
bool view_true(const json_t *object, const char *key);
const json_t *view_list(const json_t *object, const char *key); /* NULL: no list */
const json_t *view_object(const json_t *object, const char *key);
/* What a command printed: details.NAME. */
const json_t *view_detail(const json_t *evidence, const char *name);
/* The value of a fact; NULL: absent or unknown. */
const json_t *view_fact(const json_t *evidence, const char *name);
double view_fact_number(const json_t *evidence, const char *name); /* NAN */

/* ---- Wording --------------------------------------------------------------------------------- */

void view_put_format(struct json_object *object, const char *key, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* "0.26 s", "310 ms", "2 min 5 s"; nothing where it is NAN. */
void view_put_duration(struct json_object *object, const char *key, double seconds);
void view_put_bytes(struct json_object *object, const char *key, double bytes);
/* A value of a fact: "yes", "12", "0.83", "n log n". */
void view_value(const json_t *value, char *text, size_t size);

/* ---- The parts of it, each a file --------------------------------------------------------------
 */

json_t *view_scorecard(const json_t *scorecard); /* view_score.c */
/* What a criterion lacks: rows of `reason` and `fact`, several facts of one reason in one row. The
 * caller's. */
json_t *view_missing(const json_t *criterion);
int view_level(const json_t *object);             /* LEVEL_OPEN: none */
bool view_is_for_person(const json_t *criterion); /* it is open, and no fact is missing */
json_t *view_tests(const json_t *submit);         /* view_tests.c */
json_t *view_probes(const json_t *grade);         /* view_service.c */
json_t *view_own_tests(const json_t *grade);
json_t *view_service(const json_t *grade);
json_t *view_findings(const json_t *evidence); /* view_findings.c */
json_t *view_discussion(const json_t *evidence, const json_t *scorecard);
json_t *view_growth(const json_t *growth); /* view_growth.c */
json_t *view_usage(const json_t *grade);   /* view_load.c */
json_t *view_latency(const json_t *grade);

/* Of a document that was not checked: what is no severity counts as "consider". */
enum severity view_severity(const json_t *finding);
size_t view_count_findings(const json_t *evidence, enum severity severity);

#endif
