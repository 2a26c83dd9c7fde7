#ifndef ASSAY_TRIAL_H
#define ASSAY_TRIAL_H

/*
 * A trial: one submission judged over the tests of a package. Compiles, runs each test in a room,
 * compares or asks the package's validator, and decides.
 */

#include "judge/language/language.h"
#include "judge/problem/problem.h"
#include "judge/trial/noise.h"

struct trial_options {
    bool samples_only;
    bool full;            /* run every test even after the verdict is certain */
    bool reveal;          /* show differences on secret tests too */
    int jobs;             /* tests at the same time; 0: as many as there are physical cores */
    double time_limit_s;  /* overrides the package's; 0: no */
    const char *language; /* id; NULL: by file ending */
    const char *entry_point;
    bool no_cache;
    bool unjudged; /* there are no answers: whatever a program prints is accepted */
    /* Progress, called from one thread at a time; may be NULL. `what` is "compile", "judge",
     * "derive" (finding the time limit), "make" (tests). */
    void (*progress)(void *context, const char *what, size_t done, size_t total);
    void *progress_context;
};

struct trial_test {
    const char *name;
    const char *group; /* name of its group */
    enum verdict verdict;
    bool judged; /* false: not run, because the verdict was certain before */
    double cpu_s, wall_s;
    uint64_t memory_bytes;
    double score;
    bool has_score;
    bool repeated;    /* was near a limit and run again alone */
    bool noise_known; /* the noise of the machine was measured, since time mattered: */
    struct noise noise;
    bool open; /* the noise is such that the verdict could be the other one of TLE and AC */
    const char *message; /* first difference, signal, judge message …; "" */
    /* What it wrote to stderr, from its start, for a test that may be shown; NULL: nothing. */
    const char *debug;
    /* Of a problem in function mode, for a test that may be shown: the call, the result that is
     * expected, and what was returned; NULL: not known, or too long. */
    const char *call, *expected, *found;
    const char *output; /* likewise what it printed, as it is; NULL: not known, or too long */
};

struct trial {
    struct arena *arena;
    const char *problem;  /* slug */
    const char *language; /* id */
    enum verdict verdict;
    const char *decided_by; /* name of the test that decided, NULL when all was accepted or CE */
    const char *fault;      /* JE though no test is: what is wrong with the scores; else NULL */
    bool compile_ok, compile_cached;
    double compile_s;
    const char *compile_message;
    double time_limit_s;
    const char *time_limit_source; /* "problem.yaml", …, "derived from accepted submissions" */
    uint64_t memory_limit_bytes;
    const char *backend; /* of the sandbox */
    bool unjudged;       /* there was no answer to compare with: AC means that it returned */
    bool has_score;
    double score;
    double slowest_s; /* largest cpu_s of a judged test */
    /* Why the verdict is not certain, with the name of the test; NULL: it is. */
    const char *noise_note;
    struct trial_test *tests;
    size_t test_count;
};

/* What trials of one package share: compiled validators, the time limit. */
struct judge;

/* `package` without errors, borrowed. Validators are compiled at first use, and what is wrong with
 * them reported then.
 * Errors   -EINVAL a custom grader, or a problem whose submissions are answers; -ENOMEM.
 */
int judge_new(struct compiler *compiler, struct sandbox *sandbox, const struct package *package,
              struct judge **ret, struct error *error);
void judge_free(struct judge *judge);

/* Makes the tests that the package makes when they are needed (generators/made.yaml), or finds them
 * in the cache. Judging does so by itself. Only the options no_cache, jobs and progress matter.
 * Errors   -EINVAL the generator or the submission that gives the answers failed; the sandbox's. */
int judge_make_tests(struct judge *judge, const struct trial_options *options, struct error *error);
/* Where they are then: NAME.in and NAME.ans; NULL: the package makes none. */
const char *judge_test_directory(const struct judge *judge);

/* Judges source files (or one directory).
 * Owns     *ret: trial_free().
 * Errors   -ENOENT a file or toolchain is missing; -EPERM, -ENOTSUP this host cannot
 * isolate; -EINVAL no language, or a validator of the
 * package does not compile; -EFBIG over code_bytes; -EIO the sandbox failed. A compile error is
 * verdict CE, not an error; a validator's failure is verdict JE.
 */
int judge_submission(struct judge *judge, const char *const *paths, size_t count,
                     const struct trial_options *options, struct trial **ret, struct error *error);
/* Judges them, for a problem in function mode, on one input of the user's own, given as call text:
 * `sizes = [2, 7], block = 9`. With `expected`, an accepted solution of the package says what the
 * result should be; without, every result is accepted. The one test of the trial is called "input".
 * Errors   also -EINVAL what is wrong with the text, or that the package's validators refuse it.
 */
int judge_input(struct judge *judge, const char *text, bool expected, const char *const *paths,
                size_t count, const struct trial_options *options, struct trial **ret,
                struct error *error);
void trial_free(struct trial *trial);

/* ---- stress -------------------------------------------------------------------------------- */

struct stress_options {
    uint64_t seed;
    double seconds; /* for the search; making an input smaller takes as long again at most */
};

/* An input on which a submission is not what it should be. */
struct stress_finding {
    enum verdict verdict; /* WA, TLE, RTE, … */
    const char *family;   /* of the input that was found first, `generator FAMILY SIZE SEED`: */
    int64_t size, seed;
    size_t number;     /* how many inputs were tried before it */
    size_t steps;      /* in which it was made smaller */
    bool smallest;     /* no further step shows the same; false: there was no time to see */
    const char *input; /* test data, cut where it is long */
    const char *call;  /* the same as a call; NULL: the problem is no function */
    const char *expected, *found; /* results: call text, or as they were printed */
    const char *message;          /* first difference, crash, … */
};

struct stress {
    struct arena *arena;
    const char *problem, *language;
    bool compile_ok;
    const char *compile_message;
    uint64_t seed;
    size_t inputs;                        /* that were tried */
    size_t families;                      /* of the package */
    int largest;                          /* size of an input */
    const struct stress_finding *finding; /* NULL: no difference */
};

/* Runs a submission on small random inputs of every family of the package, beside the submission
 * that gives its answers, until they differ or time is over; then makes the input smaller.
 * Progress: "search" and "shrink".
 * Owns     *ret: stress_free().
 * Errors   -EINVAL the package has no families, or its outputs are judged by a validator of its
 * own, or it makes an input that is not valid; as judge_submission().
 */
int judge_stress(struct judge *judge, const char *const *paths, size_t count,
                 const struct trial_options *options, const struct stress_options *stress,
                 struct stress **ret, struct error *error);
void stress_free(struct stress *stress);

/* ---- verify -------------------------------------------------------------------------------- */

struct verified_submission {
    const char *path;     /* below submissions/ */
    const char *language; /* id, NULL: unknown */
    unsigned expected;    /* VERDICT_BIT()s */
    enum verdict verdict;
    bool skipped; /* its language is not in the table or not on this host */
    bool ok;
    double slowest_s;
    /* Of a package with interview.yaml: how many times the time limit is what a right one takes at
     * most, or how many times a slow one takes it at least; 0: not measured. */
    double margin;
    const char *message; /* why not ok or skipped */
};

struct verification {
    struct arena *arena;
    const char *package;
    bool valid;                /* the package has no error */
    const char *const *errors; /* faults as text, warnings too, NULL-terminated */
    double time_limit_s;
    struct verified_submission *submissions;
    size_t submission_count;
    size_t small_inputs; /* on so many, */
    size_t compared;     /* so many submissions were compared with each other; 0: none */
};

/* Reads, validates the inputs with the input validators, judges every labelled submission. A broken
 * package is a result (valid false), not an error. */
int verify_package(struct compiler *compiler, struct sandbox *sandbox, const char *directory,
                   const struct trial_options *options, struct verification **ret,
                   struct error *error);
void verification_free(struct verification *verification);

#endif
