#ifndef ASSAY_TRIAL_DECIDE_H
#define ASSAY_TRIAL_DECIDE_H

/*
 * From how a program ended to a verdict. Pure: results of the sandbox in, verdicts out.
 */

#include "judge/base/memory.h"
#include "judge/problem/problem.h"
#include "sandbox/sandbox.h"

/* What a submission may use in one run. */
struct decide_limits {
    uint64_t cpu_ns;          /* the time limit: more is TLE */
    uint64_t wall_ns;         /* after that it is stopped */
    uint64_t memory_bytes;    /* the package's limit */
    uint64_t memory_overhead; /* what the runtime itself may use beyond it */
    uint64_t output_bytes;
};

/* The time limit's share of a run that the sandbox lets it go on for: a program that is stopped
 * there is over the limit by so much that no noise explains it. */
#define DECIDE_NEAR 0.10

/* The limits to give to the sandbox: CPU time DECIDE_NEAR beyond the limit. */
struct sandbox_limits decide_sandbox_limits(const struct decide_limits *limits, uint32_t processes);

/* VERDICT_AC when the program ended well (its output is not looked at), else what it did wrong; why
 * is appended to `message` (several lines with the end of stderr; not yet made harmless).
 * Errors   -ENOMEM.
 */
int decide_run(const struct sandbox_result *result, const struct decide_limits *limits,
               enum verdict *ret, struct buffer *message);

/* Whether the run came within DECIDE_NEAR of the time or memory limit, on either side, or met its
 * wall limit: what else the machine does could have made the difference. */
bool decide_near_limit(const struct sandbox_result *result, const struct decide_limits *limits);

/* ---- A submission and an interactor ------------------------------------------------------- */

enum decide_says { SAYS_ACCEPT, SAYS_REJECT, SAYS_NOTHING /* it failed */ };

struct decide_pair {
    enum verdict team;     /* by decide_run() */
    int team_signal;       /* that ended it, else 0 */
    enum decide_says says; /* the interactor */
    int validator_signal;  /* likewise; SIGPIPE too when it said that it ended because of that */
    bool validator_first;  /* it ended before the submission did */
};

enum decide_side {
    SIDE_TEAM,      /* the submission's own verdict holds */
    SIDE_VALIDATOR, /* what the interactor says holds */
    SIDE_LEFT,      /* the submission did not listen while the interactor still talked to it: WA */
};

enum decide_side decide_pair(const struct decide_pair *pair);

#endif
