#ifndef ASSAY_PROBLEM_H
#define ASSAY_PROBLEM_H

/*
 * Problem packages in the ICPC/Kattis format: legacy (and legacy-icpc), 2023-07-draft, 2025-09,
 * with DOMjudge's domjudge-problem.ini and `.timelimit`. package_read() reads everything there is
 * to know from the directory; it runs nothing.
 *
 * Source   Kattis/problem-package-format spec/, appendix/languages.md; DOMjudge
 *          doc/manual/problem-format.rst; testlib for the checkers' protocol.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum package_version {
    PACKAGE_LEGACY,
    PACKAGE_LEGACY_ICPC,
    PACKAGE_2023_07_DRAFT,
    PACKAGE_2025_09
};

enum verdict {
    VERDICT_AC,
    VERDICT_WA,
    VERDICT_TLE,
    VERDICT_MLE,
    VERDICT_OLE,
    VERDICT_RTE,
    VERDICT_CE,
    VERDICT_SV, /* forbidden system call */
    VERDICT_JE, /* the judge, or the package's own validator, failed */
    VERDICT_COUNT
};
#define VERDICT_BIT(verdict) (1u << (verdict))

const char *verdict_name(enum verdict verdict); /* "AC" */
const char *verdict_text(enum verdict verdict); /* "accepted" */

struct package_limits {
    double time_s;             /* the limit for submissions; 0: not given, derive it */
    const char *time_source;   /* "problem.yaml", ".timelimit", "domjudge-problem.ini", NULL */
    double ac_to_time_limit;   /* 2025-09: 2.0; legacy: time_multiplier, 5 */
    double time_limit_to_tle;  /* 2025-09: 1.5; legacy: time_safety_margin, 2 */
    double time_resolution_s;  /* 1.0 */
    uint64_t memory_bytes;     /* 2048 MiB */
    uint64_t output_bytes;     /* 8 MiB */
    uint64_t code_bytes;       /* 128 KiB */
    double compilation_time_s; /* 60 */
    uint64_t compilation_memory_bytes; /* 2048 MiB */
    double validation_time_s;          /* 60 */
    uint64_t validation_memory_bytes;  /* 2048 MiB */
    uint64_t validation_output_bytes;  /* 8 MiB */
    uint32_t validation_passes;        /* multi-pass: 2 */
};

/* What a language's programs get of the time limit. A language that is not named has 1. */
struct time_factor {
    const char *language; /* its id, as given */
    double factor;
};

/* Command line arguments for input validators. */
struct package_arguments {
    const char *validator;     /* name of the only validator that they are for, NULL: for all */
    const char *const *values; /* NULL-terminated */
};

struct package_program {  /* a validator: one file, or a directory of files */
    const char *path;     /* on the host */
    const char *name;     /* below the package, for messages */
    const char *language; /* from submissions.yaml-like metadata, or NULL: detect */
};

#define PACKAGE_FILE_LIMIT (1 << 30) /* bytes of an input or an answer */

/* ---- Tests that are made when they are needed: generators/made.yaml ------------------------- */

struct package_family { /* a kind of input that the generator makes */
    const char *name;
    const char *what; /* what it is for */
};

/* A second size that inputs of a family have: `generator FAMILY SIZE SEED SECOND` prints one. */
struct package_second {
    const char *name; /* as in what is expected of the time: "k" */
    const char *what; /* it counts */
    const struct package_family *family;
    int64_t size, most; /* the largest that both are given together: SIZE, and SECOND */
};

struct package_make { /* how a test is made */
    const char *name; /* below data/secret */
    const struct package_family *family;
    int64_t size, seed; /* `generator FAMILY SIZE SEED` prints the input */
    int line;           /* in made.yaml */
};

struct package_made {
    const char *path; /* of made.yaml */
    struct package_program generator;
    const char *answers_name; /* the submission that prints the answers: "accepted/sol.cpp" */
    const char *answers_path;
    const struct package_family *families;
    size_t family_count;
    const struct package_make *tests; /* sorted by name */
    size_t test_count;
    const struct package_second *second; /* NULL: inputs have one size */
};

struct package_test {
    const char *name;        /* below data/, without ending: "secret/group1/01-max" */
    const char *input_path;  /* .in */
    const char *answer_path; /* .ans */
    /* How it is made: the two files are not there until somebody does so (judge/trial/make.c);
     * NULL: they are. */
    const struct package_make *make;
    const char *const
        *validator_args; /* all arguments of the output validator here, NULL-terminated:
                          * problem.yaml's validator_flags, then those of the group or test */
    const struct package_arguments *input_arguments; /* see package_input_arguments() */
    size_t input_argument_count;
    const char *const *arguments;   /* command line for the submission (2025-09 .yaml args) */
    const char *files_directory;    /* 2025-09 "<test>.files", NULL: none */
    const char *hint, *description; /* NULL: none */
    bool sample;
    int group; /* index into package.groups */
};

enum group_verdict_mode { GROUP_WORST_ERROR, GROUP_FIRST_ERROR, GROUP_ALWAYS_ACCEPT };
enum group_score_mode { GROUP_SUM, GROUP_AVG, GROUP_MIN, GROUP_MAX };

/* A directory below data/, with the settings that hold in it (inherited ones filled in). */
struct package_group {
    const char *name; /* "secret/group1"; "" for data/ itself */
    int parent;       /* index, -1 for data/ */
    bool break_on_reject;
    bool custom_grader; /* legacy grading: custom — reported as unsupported when judged */
    enum group_verdict_mode verdict_mode;
    enum group_score_mode score_mode;
    bool accept_if_any_accepted;
    bool ignore_sample;
    double accept_score, reject_score; /* legacy */
    double range_low, range_high;      /* legacy `range`; -inf, +inf when not given */
    double max_score;                  /* 2025-09 test_group.yaml; NAN: unbounded or not given */
    bool max_score_given;
    const char *const *require_pass; /* 2025-09, names of groups or "sample"; NULL-terminated */
    enum {
        GROUP_PASS_FAIL,
        GROUP_SUM_AGGREGATION,
        GROUP_MIN_AGGREGATION
    } aggregation;      /* 2025-09 */
    int *children;      /* groups and tests in the order in which they are judged: */
    size_t child_count; /* value >= 0 is a test index, value < 0 is group -(value + 1) */
};

/* A statement of submissions.yaml about some tests of a submission. */
struct package_rule {
    const char *scope;  /* pattern of test or group names, NULL: every test */
    unsigned permitted; /* each of those tests has one of these verdicts; 0: no statement */
    unsigned required;  /* at least one of those tests has one of these; 0: no statement */
};

struct package_submission {
    const char *path;     /* on the host: file or directory */
    const char *name;     /* below submissions/: "accepted/sol.cpp" */
    const char *language; /* from submissions.yaml, or NULL */
    bool unlikely; /* while reading: no program by its name, unless submissions.yaml says so */
    const char *entry_point; /* likewise */
    unsigned expected;       /* VERDICT_BIT()s any of which is right for the whole */
    unsigned permitted;      /* 2025-09 `permitted`: every test's verdict must be one of these;
                              * 0: no statement */
    unsigned required;       /* 2025-09 `required`: at least one test has one of these; 0: none */
    bool use_for_time_limit; /* accepted ones (or as submissions.yaml says) */
    bool use_for_time_limit_upper;    /* time_limit_exceeded ones */
    const struct package_rule *rules; /* further statements of submissions.yaml */
    size_t rule_count;
    const char *message; /* must be in the judge message of some test; NULL: none */
    const char *growth;  /* of its time, one of growth's classes as "O(n)", by interview.yaml;
                          * NULL: not said */
    bool score_given;
    double score_low, score_high;
};

struct package {
    struct arena *arena;   /* owns everything below */
    const char *directory; /* as given */
    const char *slug;      /* last component of the real path */
    enum package_version version;
    const char *name; /* title, English where there is one */
    const char *uuid;
    bool pass_fail, scoring, interactive, multi_pass, submit_answer;
    bool custom_validation; /* a custom output validator or interactor decides */
    struct package_limits limits;
    const char *const *validator_flags; /* legacy problem.yaml's, NULL-terminated; they are in each
                                         * test's validator_args already */
    const struct package_program *output_validators;
    size_t output_validator_count;
    const struct package_program *input_validators;
    size_t input_validator_count;
    struct package_test *tests; /* samples first, then secret, in judging order */
    size_t test_count;
    struct package_test
        *invalid_inputs; /* data/invalid_input: an input validator must refuse each */
    size_t invalid_input_count;
    const struct package_made *made; /* generators/made.yaml; NULL: there is none */
    struct package_group *groups;    /* [0] is data/ */
    size_t group_count;
    struct package_submission *submissions; /* sorted by name */
    size_t submission_count;
    const char *statement_path;    /* English, else the first; NULL: none */
    const char *include_directory; /* include/ or NULL */
    bool allow_file_writing;       /* 2025-09: the program may write in its working directory */
    const char *const *keywords;
    const char *const *languages;           /* allowed ids, NULL-terminated; NULL: all */
    bool has_interview;                     /* interview.yaml exists; read by later parts */
    const struct time_factor *time_factors; /* `time_factors` of interview.yaml */
    size_t time_factor_count;
};

/* What a language's programs get of the time limit; 1 where nothing is said of it. */
double package_time_factor(const struct package *package, const char *language);

/* Every fault found in a package. */
struct package_fault {
    struct error error;
    bool warning; /* odd, but does not keep the package from being judged */
};
struct package_faults {
    struct package_fault *faults;
    size_t count, capacity;
};
void package_faults_clear(struct package_faults *faults);
size_t package_fault_errors(const struct package_faults *faults); /* without warnings */

/* Reads a package. Reading goes on behind faults, so that all are found; *ret is set when what
 * could be read is enough to look at, even if there are faults: judge only when there is no error
 * in it. Owns     *ret: package_free(); *faults is the caller's: package_faults_clear(). Errors
 * -EINVAL with the first fault; -ENOENT, -ENOTDIR no package there; -ENOMEM.
 */
int package_read(const char *directory, struct package **ret, struct package_faults *faults,
                 struct error *error);
void package_free(struct package *package);

/* The arguments that an input validator ("input_validators/limits.py") gets for a test; never NULL.
 */
const char *const *package_input_arguments(const struct package_test *test,
                                           const char *validator_name);
/* Whether a pattern of submissions.yaml ("secret/{small,large}-*") fits `path` or a directory that
 * it is in. Source: 2025-09.md, "Glob patterns". */
bool package_glob_matches(const char *pattern, const char *path);

/* The final verdicts that are right for a submission: what an @EXPECTED_RESULTS@ mark in `source`
 * (may be NULL) says; without one, what the name of its directory below submissions/ means, with
 * every verdict but JE for a directory that says nothing. */
unsigned package_expectation(const char *directory_name, const char *source, size_t size);

/* Where data of Assay's is looked for: the directories in the environment's `variable` (separated
 * by colons), else `name`/ of the checkout or of the installation. *ret lives in `arena`. */
int data_directories(struct arena *arena, const char *variable, const char *name,
                     const char *const **ret, size_t *ret_count, struct error *error);
/* Finds P of the command line: a path to a directory, or a slug below the library's directories
 * ($ASSAY_PROBLEMS, separated by colons; else problems/ of the checkout or of the installation),
 * with or without its category. -ENOENT says what is near. In `arena`. */
int problem_find(struct arena *arena, const char *name, const char **ret_directory,
                 struct error *error);
/* All packages of the library, sorted: directories, in `arena`. */
int problem_list(struct arena *arena, const char *const **ret_directories, size_t *ret_count,
                 struct error *error);

#endif
