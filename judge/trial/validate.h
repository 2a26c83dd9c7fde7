#ifndef ASSAY_TRIAL_VALIDATE_H
#define ASSAY_TRIAL_VALIDATE_H

/*
 * A package's own validators: compiled once, then asked about outputs, or made to talk to a
 * submission.
 */

#include "judge/language/language.h"
#include "judge/problem/problem.h"
#include "judge/trial/decide.h"

/* How a validator is called and answers. */
enum validator_protocol {
    PROTOCOL_FORMAT,  /* validator in ans feedback_dir args < out; exit 42 or 43 */
    PROTOCOL_TESTLIB, /* checker in out ans; exit 0, 1, 2, 3, 4, 7, 8 */
};

struct validator;

/* Compiles it, or runs its `build` script in the sandbox.
 * Owns     *ret is the caller's: validator_free().
 * Errors   -EINVAL it does not compile, or has no language here; -ENOENT its toolchain is missing;
 *          -EINVAL also a Checktestdata or VIVA file; -EIO the sandbox failed.
 */
int validator_new(struct compiler *compiler, struct sandbox *sandbox, const struct package *package,
                  const struct package_program *program, struct validator **ret,
                  struct error *error);
void validator_free(struct validator *validator);
const char *validator_name(const struct validator *validator);
enum validator_protocol validator_protocol(const struct validator *validator);
/* The id of its language; NULL: a script runs it. */
const char *validator_language(const struct validator *validator);

/* Decides by the text of a validator's sources and of the testlib.h that comes with it (NULL: none)
 * which protocol it speaks. See validate_build.c for the rule. */
enum validator_protocol validator_protocol_of(const char *const *sources, const char *testlib);

/* What it takes to run it; as program_launch(). `directory` is the working directory. */
struct validator_launch {
    struct program_launch program;
    const char *directory;
};
int validator_launch(const struct validator *validator, struct arena *arena,
                     const struct package_limits *limits, const char *const *extra,
                     struct validator_launch *ret, struct error *error);
/* A room for it, held to one CPU (-1: any). */
int validator_room_open(const struct validator *validator, struct sandbox *sandbox,
                        const struct package_limits *limits, int cpu, struct sandbox_room **ret,
                        struct error *error);

/* ---- Asking -------------------------------------------------------------------------------- */

/* What one question is about. Descriptors are sealed memory files, borrowed. */
struct validator_question {
    const struct package *package;
    int input_fd, answer_fd;
    const char *output; /* the submission's; unused where they talk */
    size_t output_size;
    const char *const *flags; /* NULL-terminated */
    bool interactive;
};

struct validator_report {
    enum decide_says says;
    int signal; /* that ended it, else 0 */
    bool has_score, has_multiplier;
    double score, multiplier;
    bool next_pass; /* it asks for another pass, with this input: */
    char *next_input;
    size_t next_size;
    char *judge_message; /* judgemessage.txt, or testlib's words; harmless; NULL: none */
    char *team_message;  /* teammessage.txt; likewise */
    char *fault;         /* SAYS_NOTHING: why */
};
void validator_report_clear(struct validator_report *report);

/* Makes the feedback directory; what an earlier pass left in it stays when `keep` is set, except
 * nextpass.in. The room must be idle. */
int validator_prepare_feedback(struct sandbox_room *room, bool keep, struct error *error);
/* A run that asks it: everything points into `arena`, `question` and `descriptors`. */
int validator_prepare_run(const struct validator *validator, struct arena *arena,
                          const struct validator_question *question,
                          struct sandbox_descriptor descriptors[3], struct sandbox_run *ret,
                          struct error *error);
/* Reads its answer from how it ended and from its feedback directory. */
int validator_read_report(const struct validator *validator, struct sandbox_room *room,
                          const struct validator_question *question,
                          const struct sandbox_result *result, struct validator_report *report,
                          struct error *error);
/* All of it: asks about an output. The feedback directory has been prepared. */
int validator_ask(const struct validator *validator, struct sandbox_room *room,
                  const struct validator_question *question, struct validator_report *report,
                  struct error *error);

#endif
