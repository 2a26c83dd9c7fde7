#ifndef ASSAY_REPORT_H
#define ASSAY_REPORT_H

/*
 * Reports: what a part found out, written for people (text) or for programs (JSON; the shapes are
 * in docs/json.md). Pure formatting: a report reads structures and writes to a FILE, nothing else.
 *
 * Text that came from a program or a package goes through text_harmless(), so that a terminal shows
 * it and does not obey it. JSON strings are made valid UTF-8 (report_utf8()).
 *
 * Errors   the JSON functions return 0, -ENOMEM, or -EIO when the FILE could not be written; the
 *          text functions return nothing: the caller checks the FILE once, at the end.
 */

#include "judge/growth/growth.h"
#include "judge/language/language.h"
#include "judge/problem/problem.h"
#include "judge/trial/trial.h"
#include "sandbox/sandbox.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* ---- How text looks ------------------------------------------------------------------------ */

struct report_style {
    bool colour;   /* escape sequences may be used */
    bool terminal; /* somebody is looking: text of programs must be made harmless */
};

/* Colour on a terminal, unless NO_COLOR is set and not empty or TERM is "dumb".
 * Source   no-color.org. */
struct report_style report_style_of(FILE *file);

enum report_colour {
    REPORT_PLAIN,
    REPORT_GOOD,
    REPORT_BAD,
    REPORT_ODD,
    REPORT_FAINT,
    REPORT_STRONG
};

/* The sequences that start and end a colour; "" where the style has none. */
const char *report_colour_start(const struct report_style *style, enum report_colour colour);
const char *report_colour_end(const struct report_style *style, enum report_colour colour);
enum report_colour report_verdict_colour(enum verdict verdict);

/* A copy of `size` bytes that is valid UTF-8: each maximal ill-formed part becomes U+FFFD; NUL and
 * control characters stay. Caller frees; NULL when memory is out.
 * Source   The Unicode Standard, section 3.9, "U+FFFD Substitution of Maximal Subparts". */
char *report_utf8(const char *text, size_t size, size_t *ret_size);

/* ---- Trials -------------------------------------------------------------------------------- */

void report_trial_text(FILE *file, const struct report_style *style, const struct trial *trial);
/* Its two halves, for what stands between them: the verdict; what it rests on, test by test. */
void report_verdict_text(FILE *file, const struct report_style *style, const struct trial *trial);
void report_tests_text(FILE *file, const struct report_style *style, const struct trial *trial);
int report_trial_json(FILE *file, const struct trial *trial);

void report_verification_text(FILE *file, const struct report_style *style,
                              const struct verification *verification);
/* One array with an object for each. */
int report_verifications_json(FILE *file, const struct verification *const *verifications,
                              size_t count);
/* How many labelled submissions came out as expected, otherwise, and could not be judged here. */
struct report_tally {
    size_t expected, unexpected, skipped;
};
struct report_tally report_verification_tally(const struct verification *verification);

/* `files`: what the user called the submission, for the line that repeats a finding. */
void report_stress_text(FILE *file, const struct report_style *style, const struct stress *stress,
                        const char *files);
int report_stress_json(FILE *file, const struct stress *stress);

/* ---- Growth -------------------------------------------------------------------------------- */

void report_growth_text(FILE *file, const struct report_style *style, const struct growth *growth);
/* Without the tables of what was measured: below a trial. */
void report_growth_brief(FILE *file, const struct report_style *style, const struct growth *growth);
int report_growth_json(FILE *file, const struct growth *growth);

/* ---- Problems ------------------------------------------------------------------------------ */

struct service_package; /* judge/service/service.h */

/* A package as `assay problems` lists it. `package` and `service` are NULL when nothing could be
 * read, else one of them is. */
struct report_problem {
    const char *directory;
    const struct package *package;
    const struct service_package *service;
    size_t errors; /* faults that keep it from being judged */
};

void report_problems_text(FILE *file, const struct report_style *style,
                          const struct report_problem *problems, size_t count);
int report_problems_json(FILE *file, const struct report_problem *problems, size_t count);

/* `statement` is the text of the statement, NULL when there is none to show as text; `signature`
 * what is called, a line a call, NULL when the problem is no function or class. */
void report_problem_text(FILE *file, const struct report_style *style,
                         const struct package *package, const char *signature,
                         const char *statement);
int report_problem_json(FILE *file, const struct package *package, const char *signature,
                        const char *statement);
/* "pass-fail", "scoring, interactive", … Writes into `text`. */
void report_problem_type(const struct package *package, char *text, size_t size);

/* ---- Sandbox ------------------------------------------------------------------------------- */

/* One line: outcome, times, memory, backend. */
void report_sandbox_text(FILE *file, const struct report_style *style,
                         const struct sandbox_result *result);
int report_sandbox_json(FILE *file, const struct sandbox_result *result);

/* ---- The host ------------------------------------------------------------------------------ */

/* A language with what this host has for it. */
struct report_language {
    const struct language *language;
    const struct language_toolchain *toolchain; /* NULL: could not be looked for */
};

void report_languages_text(FILE *file, const struct report_style *style,
                           const struct report_language *languages, size_t count);
int report_languages_json(FILE *file, const struct report_language *languages, size_t count);

struct report_library {
    const char *name, *version;
};

/* A way to measure growth, and why it cannot be had here; "": it can. */
struct report_backend {
    const char *name, *fault;
};

/* What `assay doctor` found. */
struct report_host {
    const struct sandbox_check *checks;
    size_t check_count;
    const char *isolation_fault; /* why no room could be opened; NULL: one could */
    const char *isolation_remedy;
    const char *backend; /* NULL when there is none */
    const struct report_library *libraries;
    size_t library_count;
    const struct report_language *languages;
    size_t language_count;
    const struct report_backend *backends; /* of `assay growth` */
    size_t backend_count;
};

void report_host_text(FILE *file, const struct report_style *style, const struct report_host *host);
int report_host_json(FILE *file, const struct report_host *host);
/* Whether programs can be judged here. */
bool report_host_isolates(const struct report_host *host);

/* ---- Progress ------------------------------------------------------------------------------ */

/* A bar on a terminal for what takes over a second; nothing elsewhere. */
struct report_progress {
    FILE *file;        /* NULL: stay silent */
    const char *label; /* put before the bar, NULL: none */
    struct report_style style;
    double started_s; /* CLOCK_MONOTONIC */
    double drawn_s;   /* when the bar was last drawn */
    bool shown;
};

/* Silent unless `file` is a terminal. */
void report_progress_begin(struct report_progress *progress, FILE *file, const char *label);
/* Has the type of trial_options.progress; `context` is a struct report_progress. */
void report_progress_step(void *context, const char *what, size_t done, size_t total);
/* Takes the bar away. */
void report_progress_end(struct report_progress *progress);
/* The bar's line, without colour or control characters, in at most `width` columns. */
void report_progress_line(const char *label, const char *what, size_t done, size_t total,
                          unsigned width, char *text, size_t size);

#endif
