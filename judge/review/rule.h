#ifndef ASSAY_REVIEW_RULE_H
#define ASSAY_REVIEW_RULE_H

/*
 * Rules of the review, as data: docs/review.md has their form, rubrics/review/ the shipped ones.
 */

#include "judge/base/text.h"
#include "judge/review/measures.h"
#include "judge/review/review.h"
#include "judge/review/sources.h"
#include "judge/review/syntax.h"

/* Languages are bits: those of the grammars, SQL in files of its own, and files of settings. */
#define RULE_SQL (1u << SYNTAX_LANGUAGES)
#define RULE_SETTINGS (1u << (SYNTAX_LANGUAGES + 1))
#define RULE_BIT(language) (1u << (language))

/* Where the text of a condition is looked for. */
enum rule_scope {
    SCOPE_HIT,
    SCOPE_COMMENTED, /* the hit up to the end of its line, with its comments */
    SCOPE_INSIDE,    /* a node of the types of `inside` that encloses the hit */
    SCOPE_FUNCTION,  /* that the hit is in; the whole file where it is in none */
    SCOPE_BEFORE,    /* of that, what is before the hit */
    SCOPE_AFTER,     /* and what is behind it */
    SCOPE_FILE,
    SCOPE_REPOSITORY, /* all sources but tests */
    RULE_SCOPES,
};

struct rule_condition {
    enum rule_scope scope;
    bool negative;
    const char *text;
    struct pattern *pattern; /* NULL where `text` has ${captures} */
    int known; /* while reviewing, of a file, then of the repository: 0 not yet, 1 yes, -1 no */
};

struct rule;

/* One way to find what a rule is about. */
struct rule_find {
    const struct rule *rule;
    unsigned languages;
    const char *query; /* of tree-sitter; else NULL */
    int query_line;    /* where it begins in the file */
    struct pattern *pattern;
    const char *pattern_text;
    const char *check;         /* the name of a built-in check */
    const char *message;       /* with ${captures} */
    const char *const *inside; /* types of nodes, NULL-terminated; NULL: anywhere */
    const char *const *outside;
    struct rule_condition *conditions;
    size_t condition_count;
};

struct rule_fixture {
    const struct source *files; /* texts are the arena's */
    size_t count;
    unsigned language;
    int line;
};

enum rule_tests { TESTS_NEVER, TESTS_ALSO, TESTS_ONLY };

struct rule {
    const char *id, *title, *principle, *why, *remedy;
    enum severity severity;
    enum rule_tests tests;
    bool debugging;     /* counts as leftover debugging output */
    bool once;          /* said once a repository, at its first place */
    const char *covers; /* a rule that has nothing to add at the same statement; NULL: none */
    bool of_repository; /* makes no sense for a program alone */
    const char *file;
    int line;
    struct rule_find *finds;
    size_t find_count;
    struct rule_fixture *hits, *misses;
    size_t hit_count, miss_count;
};

struct rules {
    struct arena *arena;
    struct rule **items; /* by id */
    size_t count, capacity;
    /* Of each language all queries as one, made when it is first needed. */
    struct rules_query {
        struct syntax_query *query;
        const struct rule_find **finds; /* by the order of their texts in the query */
        size_t *starts;
        size_t count;
    } queries[SYNTAX_LANGUAGES];
};

/* Each fault of the rule files, a line each: "file:line: what". */
struct rule_faults {
    struct buffer text;
    size_t count;
    struct error first;
};

/* Reads one file of rules, and adds its rules. Faults are collected; the rule they are in is left
 * out. Errors   -ENOMEM.
 */
int rules_add(struct rules *rules, const char *file, const char *text, size_t size,
              struct rule_faults *faults, struct error *error);
/* All files of a directory that end in .yaml.
 * Owns     *ret is the caller's: rules_free(); `faults->text` too: buffer_clear().
 * Errors   those of reading the directory; -ENOMEM. Faults are no errors. */
int rules_read(const char *directory, struct rules **ret, struct rule_faults *faults,
               struct error *error);
struct rules *rules_new(void);
void rules_free(struct rules *rules);
const struct rule *rules_find(const struct rules *rules, const char *id);
/* Compiles the queries of a language. Errors   -EINVAL with file and line; -ENOMEM. */
int rules_compile(struct rules *rules, enum syntax_language language, struct error *error);
/* Whose pattern it is, by its number in the query. */
const struct rule_find *rules_query_find(const struct rules_query *query, unsigned pattern);

/* Whether there is a built-in check of that name. */
bool rule_is_check(const char *name);

/* Reviews texts instead of a directory; `rules` keeps compiled queries from one call to the next.
 * `options->rules` is not looked at. As review_repository(). */
int review_sources(struct rules *rules, const struct review_options *options,
                   const struct source *sources, size_t count, struct review **ret,
                   struct error *error);

/* ---- While reviewing: what rules and built-in checks look at ------------------------------------
 */

struct review_file {
    const char *path;
    enum syntax_language language; /* SYNTAX_NONE: SQL, or settings */
    bool settings;
    const char *text;
    char *plain; /* the text with its comments blanked */
    size_t size;
    bool test;
    bool marked;  /* what it holds is not to be found fault with: too large, or generated */
    bool claimed; /* of what is graded: its head says that it is generated, and is not believed */
    struct measures_source measures;
};

struct rule_value {
    const char *name, *text; /* of a capture */
    size_t size;
};

/* One place that may become a finding. */
struct rule_hit {
    const struct rule_find *find;
    const struct review_file *file;
    size_t start, end;
    const struct rule_value *values;
    size_t value_count;
};

struct reviewing {
    struct rules *rules;
    const struct review_options *options;
    struct review_file *files;
    size_t count;
    struct review *review;
    struct rule_candidate *candidates; /* wait for what the whole repository says */
    size_t candidate_count, candidate_capacity;
};

/* The bit of its language. */
unsigned rule_language(const struct review_file *file);
/* By `only` and the kind of submission; rule_applies() asks it, too. */
bool rule_wanted(const struct reviewing *state, const struct rule *rule);
bool rule_applies(const struct reviewing *state, const struct rule *rule,
                  const struct review_file *file, size_t start);
/* Matches all queries and patterns of a file; hits whose conditions hold are added, or wait. */
int rules_match(struct reviewing *state, struct review_file *file, const struct syntax *syntax,
                struct error *error);
/* A hit whose conditions hold in its file: it waits for the repository. 0 or -ENOMEM. */
int rule_add_candidate(struct reviewing *state, const struct rule_hit *hit);
/* Whether the file has as many of these as are said at all. */
bool rule_is_enough(const struct reviewing *state, const struct review_file *file,
                    const struct rule_find *find);
/* Forgets what conditions know of a file, or of the repository. */
void rules_forget(const struct rules *rules);
/* Decides what waits. */
int rules_decide(struct reviewing *state, struct error *error);
/* Takes out the findings of rules that another one `covers` at the same statement. */
void rules_drop_covered(struct reviewing *state);
/* What a built-in check hit; it waits, too. */
int rule_emit(struct reviewing *state, const struct rule_hit *hit, struct error *error);
/* The built-in checks (check.c). */
int checks_run(struct reviewing *state, struct error *error);

/* `text` with each ${name} replaced by the value of that name; `quoted`: as a literal of PCRE2.
 * ${~name} is the value in any spelling: `itemCode` stands for `item_code`, too.
 * Caller frees; NULL when memory is out. */
char *rule_expand(const char *text, const struct rule_value *values, size_t count, bool quoted);

#endif
