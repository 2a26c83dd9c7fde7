/*
 * Theory of operation: workers, one thread and one set of rooms each, take the tests in judging
 * order. After each result the groups say which tests a serial judge would still reach; others are
 * not started, and are forgotten if they ran already. As what is reached depends on earlier tests
 * only, the result is the serial one whatever the order of ends.
 *
 * A run that came near a limit, or that met the time limit while others ran, is repeated alone:
 * normal runs hold a lock shared, a repetition holds it exclusively. The repetition's result
 * counts.
 *
 * A worker opens and closes its own rooms: the kernel ties a room's life to the thread that made
 * it.
 */

#include "judge/trial/schedule.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <string.h>

struct schedule {
    const struct run_plan *plan;
    const struct schedule_options *options;
    struct run_outcome *outcomes;
    size_t count;
    int jobs;
    pthread_rwlock_t alone;
    pthread_mutex_t lock; /* over all that follows, and over `outcomes` */
    bool *started, *reached;
    struct group_test *tests;
    int code; /* first failure; ends the work */
    struct error error;
};

static int free_cores(void)
{
    cpu_set_t set;

    return sched_getaffinity(0, sizeof(set), &set) == 0 ? CPU_COUNT(&set) : 1;
}

static int job_count(const struct run_plan *plan, const struct schedule_options *options)
{
    int jobs = options->jobs;

    if (jobs <= 0)
        jobs = plan->package->interactive ? free_cores() / 2 : free_cores();
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

    if (options->stop_on && !options->full) {
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

/* ---- Workers ------------------------------------------------------------------------------- */

/* Runs a test; when the sandbox fails, once more in fresh rooms. */
static int run_steadily(struct schedule *schedule, struct run_bench *bench, int index,
                        struct run_outcome *ret, struct error *error)
{
    const struct package_test *test = &schedule->plan->package->tests[index];
    int code = run_test(schedule->plan, bench, test, ret, error);

    if (code == 0 || code == -ENOMEM)
        return code;
    run_bench_close(bench);
    code = run_bench_open(schedule->plan, bench, error);
    return code < 0 ? code : run_test(schedule->plan, bench, test, ret, error);
}

static bool wants_repetition(struct schedule *schedule, int index,
                             const struct run_outcome *outcome, bool crowded)
{
    bool reached;

    pthread_mutex_lock(&schedule->lock);
    reached = schedule->reached[index];
    pthread_mutex_unlock(&schedule->lock);
    return reached && (outcome->near_limit || (crowded && outcome->graded.verdict == VERDICT_TLE));
}

static int run_alone(struct schedule *schedule, struct run_bench *bench, int index,
                     struct run_outcome *outcome, struct error *error)
{
    struct run_outcome again;
    int code;

    pthread_rwlock_wrlock(&schedule->alone);
    code = run_steadily(schedule, bench, index, &again, error);
    pthread_rwlock_unlock(&schedule->alone);
    if (code < 0)
        return code;
    run_outcome_clear(outcome);
    *outcome = again;
    outcome->repeated = true;
    return 0;
}

static int run_and_repeat(struct schedule *schedule, struct run_bench *bench, int index,
                          struct run_outcome *ret, struct error *error)
{
    int code;

    pthread_rwlock_rdlock(&schedule->alone);
    code = run_steadily(schedule, bench, index, ret, error);
    pthread_rwlock_unlock(&schedule->alone);
    if (code == 0 && wants_repetition(schedule, index, ret, schedule->jobs > 1)) {
        code = run_alone(schedule, bench, index, ret, error);
        if (code < 0)
            run_outcome_clear(ret);
    }
    return code;
}

static void *work(void *context)
{
    struct schedule *schedule = context;
    struct run_bench bench = { 0 };
    struct error error;
    int code = run_bench_open(schedule->plan, &bench, &error);

    pthread_mutex_lock(&schedule->lock);
    if (code < 0)
        fail(schedule, code, &error);
    for (int index; (index = take_test(schedule)) >= 0;) {
        struct run_outcome outcome = { 0 };

        pthread_mutex_unlock(&schedule->lock);
        code = run_and_repeat(schedule, &bench, index, &outcome, &error);
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
    run_bench_close(&bench);
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
    struct schedule schedule = { .plan = plan,
                                 .options = options,
                                 .outcomes = outcomes,
                                 .count = plan->package->test_count,
                                 .jobs = job_count(plan, options) };

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
    for (size_t i = 0; i < schedule.count; i++)
        if (!schedule.reached[i])
            run_outcome_clear(&outcomes[i]);
    if (schedule.code < 0)
        *error = schedule.error;
    return schedule.code;
}
