/*
 * Theory of operation: workers, one thread and one set of rooms each, take the tests in judging
 * order. After each result the groups say which tests a serial judge would still reach; others are
 * not started, and are forgotten if they ran already. As what is reached depends on earlier tests
 * only, the result is the serial one whatever the order of ends.
 *
 * A worker holds its programs to a CPU of its own (cores.c), as long as there are enough of them.
 *
 * A run that came near a limit, or that met the time limit while others ran, is repeated alone:
 * normal runs hold a lock shared, a repetition holds it exclusively. The repetition's result
 * counts. How noisy the machine is (noise.c), is measured around it; where another process has
 * taken the worker's CPU, the repetition goes to a better one. A run that was stopped at the time
 * limit while nothing else ran is repeated only when the noise then measured could explain it.
 *
 * A worker opens and closes its own rooms: the kernel ties a room's life to the thread that made
 * it.
 */

#include "judge/trial/schedule.h"

#include "judge/trial/cores.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <string.h>

/* A CPU on which work takes longer than this times its CPU time is shared with somebody. */
#define CROWDED 1.25
/* How many other CPUs are tried then; each takes about 15 ms. */
#define TRIES 8
/* How much longer than its wall limit a repetition may go on for on a crowded CPU. */
#define PATIENCE 8

struct schedule {
    const struct run_plan *plan;
    const struct schedule_options *options;
    struct run_outcome *outcomes;
    size_t count;
    int jobs;
    pthread_rwlock_t alone;
    struct noise_meter *meter; /* made when it is needed; who holds `alone` exclusively uses it */
    pthread_mutex_t lock;      /* over all that follows, and over `outcomes` */
    bool *started, *reached;
    struct group_test *tests;
    struct cores cores;
    int code; /* first failure; ends the work */
    struct error error;
};

/* What one thread works with. */
struct worker {
    struct schedule *schedule;
    struct run_bench bench;
    int cpu;         /* -1: not held to one */
    double patience; /* as in struct run_plan */
};

static int job_count(const struct run_plan *plan, const struct schedule_options *options,
                     const struct cores *cores)
{
    int jobs = options->jobs, physical = cores_physical(cores);

    if (jobs <= 0)
        jobs = plan->package->interactive ? physical / 2 : physical;
    if ((size_t) jobs > plan->package->test_count)
        jobs = (int) plan->package->test_count;
    return jobs < 1 ? 1 : jobs;
}

/* ---- Which tests matter (the lock is held) ------------------------------------------------- */

static void stop_at_first(struct schedule *schedule)
{
    bool stopped = false;

    for (size_t i = 0; i < schedule->count; i++) {
        schedule->reached[i] = !stopped && (!schedule->options->samples_only ||
                                            schedule->plan->package->tests[i].sample);
        if (schedule->reached[i] && schedule->tests[i].known)
            stopped |= (VERDICT_BIT(schedule->tests[i].verdict) & schedule->options->stop_on) != 0;
    }
}

static void update_reached(struct schedule *schedule)
{
    const struct schedule_options *options = schedule->options;
    struct group_result ignored;

    if (options->chosen) {
        memcpy(schedule->reached, options->chosen, schedule->count * sizeof(*schedule->reached));
    } else if (options->stop_on && !options->full) {
        stop_at_first(schedule);
    } else if (!options->full) {
        group_grade(schedule->plan->package, schedule->tests, options->samples_only,
                    schedule->reached, &ignored);
    } else {
        for (size_t i = 0; i < schedule->count; i++)
            schedule->reached[i] =
                !options->samples_only || schedule->plan->package->tests[i].sample;
    }
}

static void report_progress(struct schedule *schedule)
{
    size_t done = 0, total = 0;

    if (!schedule->options->progress)
        return;
    for (size_t i = 0; i < schedule->count; i++) {
        total += schedule->reached[i];
        done += schedule->reached[i] && schedule->tests[i].known;
    }
    schedule->options->progress(schedule->options->context, done, total);
}

/* The next test in order, or -1. */
static int take_test(struct schedule *schedule)
{
    for (size_t i = 0; schedule->code == 0 && i < schedule->count; i++)
        if (schedule->reached[i] && !schedule->started[i]) {
            schedule->started[i] = true;
            return (int) i;
        }
    return -1;
}

static void fail(struct schedule *schedule, int code, const struct error *error)
{
    if (schedule->code == 0) {
        schedule->code = code;
        schedule->error = *error;
    }
}

/* ---- Running a test ------------------------------------------------------------------------ */

/* Runs a test; when the sandbox fails, once more in fresh rooms. */
static int run_steadily(struct worker *worker, int index, struct run_outcome *ret,
                        struct error *error)
{
    struct run_plan plan = *worker->schedule->plan;
    const struct package_test *test = &plan.package->tests[index];
    int code;

    plan.patience = worker->patience;
    code = run_test(&plan, &worker->bench, test, ret, error);

    if (code == 0 || code == -ENOMEM)
        return code;
    run_bench_close(&worker->bench);
    code = run_bench_open(&plan, worker->cpu, &worker->bench, error);
    return code < 0 ? code : run_test(&plan, &worker->bench, test, ret, error);
}

static bool is_reached(struct schedule *schedule, int index)
{
    bool reached;

    pthread_mutex_lock(&schedule->lock);
    reached = schedule->reached[index];
    pthread_mutex_unlock(&schedule->lock);
    return reached;
}

/* ---- Noise (`alone` is held exclusively) --------------------------------------------------- */

static bool is_open(const struct schedule *schedule, const struct run_outcome *outcome)
{
    struct noise_run run = run_for_noise(schedule->plan, outcome);

    return noise_leaves_open(&outcome->noise, &run);
}

/* Probes the worker's CPU, and, where that is crowded, others. Returns the best. */
static int find_quiet(struct worker *worker, struct noise *ret)
{
    const struct cores *cores = &worker->schedule->cores;
    struct noise_meter *meter = worker->schedule->meter;
    int best = worker->cpu, tries = 0;

    *ret = noise_probe(meter, worker->cpu);
    for (size_t i = 0; i < cores->count && best >= 0 && tries < TRIES && ret->crowding > CROWDED;
         i++) {
        if (cores->rows[i].cpu == worker->cpu)
            continue;
        struct noise noise = noise_probe(meter, cores->rows[i].cpu);

        tries++;
        if (noise.crowding < ret->crowding) {
            *ret = noise;
            best = cores->rows[i].cpu;
        }
    }
    return best;
}

/* Runs it, and measures the noise on this CPU; `before` was measured there already. Where a run has
 * to wait for the CPU, it is given the time for that, so that its CPU time decides. */
static int run_measured(struct worker *worker, int index, const struct noise *before,
                        struct run_outcome *ret, struct error *error)
{
    double stolen_s = noise_stolen_s(worker->cpu);
    int code;

    worker->patience = before->crowding < PATIENCE ? before->crowding : PATIENCE;
    code = run_steadily(worker, index, ret, error);
    worker->patience = 1;
    if (code < 0)
        return code;
    struct noise theft = noise_of_theft(noise_stolen_s(worker->cpu) - stolen_s, ret->cpu_s);
    struct noise after = noise_probe(worker->schedule->meter, worker->cpu);

    ret->noise = noise_worse(before, &after);
    ret->noise = noise_worse(&ret->noise, &theft);
    ret->noise_known = true;
    return 0;
}

/* Runs it on the CPU that is quiet, which may be the worker's. */
static int run_quietly(struct worker *worker, int index, struct run_outcome *ret,
                       struct error *error)
{
    struct noise before;
    int cpu = find_quiet(worker, &before);

    if (cpu == worker->cpu)
        return run_measured(worker, index, &before, ret, error);
    struct worker visitor = { .schedule = worker->schedule, .cpu = cpu };
    int code = run_bench_open(worker->schedule->plan, cpu, &visitor.bench, error);

    if (code == 0)
        code = run_measured(&visitor, index, &before, ret, error);
    run_bench_close(&visitor.bench);
    return code;
}

static int need_meter(struct schedule *schedule, struct error *error)
{
    if (!schedule->meter)
        schedule->meter = noise_meter_new();
    return schedule->meter ? 0 : error_set(error, -ENOMEM, "out of memory");
}

/* ---- Repetitions --------------------------------------------------------------------------- */

/* Whether a run has to be repeated for what happened in it. */
static bool wants_repetition(const struct schedule *schedule, const struct run_outcome *outcome)
{
    return outcome->near_limit || (schedule->jobs > 1 && outcome->graded.verdict == VERDICT_TLE);
}

/* Whether it was stopped at the time limit, and noise may be why; notes the noise. */
static bool noise_explains(struct worker *worker, struct run_outcome *outcome)
{
    if (outcome->graded.verdict != VERDICT_TLE)
        return false;
    outcome->noise = noise_probe(worker->schedule->meter, worker->cpu);
    outcome->noise_known = true;
    return is_open(worker->schedule, outcome);
}

static int repeat(struct worker *worker, int index, struct run_outcome *outcome,
                  struct error *error)
{
    struct run_outcome again = { 0 };
    int code = run_quietly(worker, index, &again, error);

    if (code < 0)
        return code;
    /* A first run among others may be slower for that reason alone. */
    if (worker->schedule->jobs == 1 || again.cpu_s > outcome->cpu_s) {
        struct noise own = noise_between(outcome->cpu_s, again.cpu_s);

        again.noise = noise_worse(&again.noise, &own);
    }
    run_outcome_clear(outcome);
    *outcome = again;
    outcome->repeated = true;
    return 0;
}

static int repeat_if_needed(struct worker *worker, int index, struct run_outcome *outcome,
                            struct error *error)
{
    int code = need_meter(worker->schedule, error);

    if (code == 0 &&
        (wants_repetition(worker->schedule, outcome) || noise_explains(worker, outcome)))
        code = repeat(worker, index, outcome, error);
    return code;
}

static int run_and_repeat(struct worker *worker, int index, struct run_outcome *ret,
                          struct error *error)
{
    struct schedule *schedule = worker->schedule;
    int code;

    pthread_rwlock_rdlock(&schedule->alone);
    code = run_steadily(worker, index, ret, error);
    pthread_rwlock_unlock(&schedule->alone);
    if (code < 0 || !is_reached(schedule, index) ||
        !(ret->near_limit || ret->graded.verdict == VERDICT_TLE))
        return code;
    pthread_rwlock_wrlock(&schedule->alone);
    code = repeat_if_needed(worker, index, ret, error);
    pthread_rwlock_unlock(&schedule->alone);
    if (code < 0)
        run_outcome_clear(ret);
    return code;
}

/* ---- Workers ------------------------------------------------------------------------------- */

/* More jobs than CPUs are better spread by the scheduler. */
static int claim_cpu(struct schedule *schedule)
{
    int cpu;

    if ((size_t) schedule->jobs > schedule->cores.count)
        return -1;
    pthread_mutex_lock(&schedule->lock);
    cpu = cores_claim(&schedule->cores, sched_getcpu());
    pthread_mutex_unlock(&schedule->lock);
    return cpu;
}

static void *work(void *context)
{
    struct schedule *schedule = context;
    struct worker worker = { .schedule = schedule, .cpu = claim_cpu(schedule) };
    struct error error;
    int code = run_bench_open(schedule->plan, worker.cpu, &worker.bench, &error);

    pthread_mutex_lock(&schedule->lock);
    if (code < 0)
        fail(schedule, code, &error);
    for (int index; (index = take_test(schedule)) >= 0;) {
        struct run_outcome outcome = { 0 };

        pthread_mutex_unlock(&schedule->lock);
        code = run_and_repeat(&worker, index, &outcome, &error);
        pthread_mutex_lock(&schedule->lock);
        if (code < 0) {
            fail(schedule, code, &error);
            break;
        }
        schedule->outcomes[index] = outcome;
        schedule->tests[index] = outcome.graded;
        update_reached(schedule);
        report_progress(schedule);
    }
    pthread_mutex_unlock(&schedule->lock);
    run_bench_close(&worker.bench);
    return NULL;
}

/* The calling thread is one of the workers. */
static void work_together(struct schedule *schedule)
{
    pthread_t *threads = calloc((size_t) schedule->jobs, sizeof(*threads));
    int started = 0;

    /* Fewer threads than asked for are slower, not wrong. */
    while (threads && started < schedule->jobs - 1 &&
           pthread_create(&threads[started], NULL, work, schedule) == 0)
        started++;
    work(schedule);
    for (int i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    free(threads);
}

/* ---- All together -------------------------------------------------------------------------- */

static void init_locks(struct schedule *schedule)
{
    pthread_rwlockattr_t attributes;

    /* Otherwise a repetition would wait for as long as other tests are to be had. */
    pthread_rwlockattr_init(&attributes);
    pthread_rwlockattr_setkind_np(&attributes, PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP);
    pthread_rwlock_init(&schedule->alone, &attributes);
    pthread_rwlockattr_destroy(&attributes);
    pthread_mutex_init(&schedule->lock, NULL);
}

int schedule_run(const struct run_plan *plan, const struct schedule_options *options,
                 struct run_outcome *outcomes, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct schedule schedule = {
        .plan = plan, .options = options, .outcomes = outcomes, .count = plan->package->test_count
    };

    cores_find(&schedule.cores);
    schedule.jobs = job_count(plan, options, &schedule.cores);
    if (arena) {
        schedule.started = arena_array(arena, schedule.count + 1, sizeof(*schedule.started));
        schedule.reached = arena_array(arena, schedule.count + 1, sizeof(*schedule.reached));
        schedule.tests = arena_array(arena, schedule.count + 1, sizeof(*schedule.tests));
    }
    if (!arena || !schedule.started || !schedule.reached || !schedule.tests)
        return error_set(error, -ENOMEM, "out of memory");
    init_locks(&schedule);
    update_reached(&schedule);
    report_progress(&schedule);
    work_together(&schedule);
    pthread_rwlock_destroy(&schedule.alone);
    pthread_mutex_destroy(&schedule.lock);
    noise_meter_free(schedule.meter);
    for (size_t i = 0; i < schedule.count; i++)
        if (!schedule.reached[i])
            run_outcome_clear(&outcomes[i]);
    if (schedule.code < 0)
        *error = schedule.error;
    return schedule.code;
}
