#ifndef ASSAY_TRIAL_JUDGE_H
#define ASSAY_TRIAL_JUDGE_H

/* Internal: what judge.c, limit.c and verify.c share. */

#include "judge/signature/signature.h"
#include "judge/trial/sources.h"
#include "judge/trial/trial.h"
#include "judge/trial/validate.h"

struct judge {
    struct compiler *compiler; /* borrowed, as are the sandbox and the package */
    struct sandbox *sandbox;
    const struct package *package;
    struct signature *signature;   /* of a problem in function mode; NULL: none */
    struct validator **validators; /* compiled at first use */
    size_t validator_count;
    bool validators_ready;
    double time_limit_s; /* derived; 0: not yet */
    /* Of a package whose tests are made: */
    struct arena *arena;                   /* of what follows; NULL: none are */
    struct package own_package;            /* a copy, whose tests have the paths of what was made */
    struct compiler_directory *made_tests; /* NULL: not yet */
    bool made_ready;
};

#define TIME_LIMIT_DERIVED "derived from accepted submissions"

/* A submission to be judged. */
struct attempt {
    const char *const *paths;
    size_t path_count;
    const char *language, *entry_point; /* NULL: found */
    double time_limit_s; /* 0: the package's, derived when it has none, by the language's factor */
    unsigned stop_on;    /* as schedule_options */
    const bool *chosen;  /* as schedule_options; the trial's verdict says nothing then */
    bool trusted;        /* of the package: not held to its limit of code size */
};

/* As judge_submission(). -ENOENT also when the language's toolchain is missing, -EINVAL when there
 * is no language: *unsupported then says so. */
int judge_attempt(struct judge *judge, const struct attempt *attempt,
                  const struct trial_options *options, struct trial **ret, bool *unsupported,
                  struct error *error);

/* What the submission's language gets of the time limit; 1 where the language cannot be told. */
double judge_time_factor(const struct judge *judge, const struct attempt *attempt);

/* Compiles a submission alone. Where it does not compile, *ret is NULL and *ret_message (in
 * `arena`) says why. Errors as judge_attempt(). */
int judge_build(struct judge *judge, const struct attempt *attempt, bool no_cache,
                struct arena *arena, struct program **ret, const char **ret_message,
                bool *unsupported, struct error *error);

/* Compiles the output validators, once. Errors as validator_new(). */
int judge_prepare_validators(struct judge *judge, struct error *error);

/* ---- Function mode ------------------------------------------------------------------------- */

/* What a submission to a problem in function mode is. */
struct function_look {
    bool driver;       /* it is called by the driver of the package's include/ */
    const char *fault; /* it is not what could be called: a sentence; NULL: nothing is wrong */
};

/* Looks at the sources of a submission, and names those that the driver calls as it expects them.
 * `language` is its id. Without a signature, a submission gets the package's include/ as ever. */
int function_look(const struct judge *judge, const char *language, const struct sources *sources,
                  struct arena *arena, struct function_look *ret, struct error *error);
/* What is called, for a compiler's message that is about the call; NULL: it is not. In `arena`. */
const char *function_hint(const struct judge *judge, const char *language, const char *message,
                          struct arena *arena);
/* Call, expected (unless `unjudged`) and found result of a test as texts, as far as they are of the
 * format. */
int function_note(const struct judge *judge, const struct package_test *test, const char *output,
                  size_t output_size, bool unjudged, struct arena *arena, struct trial_test *shown);

/* ---- Time limit ---------------------------------------------------------------------------- */

/* What submissions get while there is no limit yet. */
#define TIME_LIMIT_SEARCH_S 120.0

/* The limit for the slowest run of those submissions that have to pass. Pure. */
double limit_from_slowest(const struct package_limits *limits, double slowest_s);
/* The limit of the package, from the process's or the user's cache, or by judging its accepted
 * submissions. */
int limit_find(struct judge *judge, const struct trial_options *options, double *ret_seconds,
               const char **ret_source, struct error *error);
/* Remembers a derived limit. Failure to write the cache is no error. */
void limit_remember(struct judge *judge, double seconds);
/* Looks in the caches alone; 0 when it is not there. */
double limit_recall(struct judge *judge);

/* Refuses factors of languages that do not exist, which would be passed over in silence. */
int limit_check_factors(const struct judge *judge, struct error *error);
/* The limit of an attempt, for the trial: what was asked for, or the package's by the factor of the
 * trial's language. Errors as limit_find(). */
int limit_choose(struct judge *judge, const struct attempt *attempt,
                 const struct trial_options *options, struct trial *trial, struct error *error);

/* ---- Verify -------------------------------------------------------------------------------- */

/* Whether a trial gives what the package says of its submission, and if not, why (in `arena`; NULL
 * when it does). Pure. *verdict is the one to show. */
const char *expect_check(struct arena *arena, const struct package_submission *submission,
                         const struct trial *trial, enum verdict *verdict);
/* The verdicts after which judging can stop without changing the answer; 0: the groups decide. */
unsigned expect_stop_on(const struct package_submission *submission);
/* Whether only all tests can tell. */
bool expect_needs_all(const struct package_submission *submission);

#endif
