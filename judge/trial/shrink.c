/*
 * Theory of operation: from an input that shows something to the smallest that still does. Workers
 * take steps of signature_smaller() in order and try what comes out: is it of the signature's
 * types, do the validators take it, and does the submission fail on it in the same way? The first
 * step, in order, that does is taken as soon as nobody is busy with an earlier one, so that the
 * result does not depend on who was faster. From there on the steps go on, and when they are
 * through, once more from the beginning, until a whole round shows nothing smaller.
 */

#include "judge/trial/crew.h"
#include "judge/trial/stress.h"

#include "judge/base/clock.h"

#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>

#define NO_STEP SIZE_MAX

struct shrinking {
    const struct suspect *suspect;
    enum verdict verdict;
    double deadline;
    pthread_mutex_t lock; /* over what follows */
    pthread_cond_t moved;
    char *text; /* changes only while nobody is busy */
    size_t next;
    size_t end;  /* the first step that there is not; NO_STEP: not known */
    size_t best; /* the first step that is to be taken; NO_STEP: none yet */
    char *best_text;
    size_t busy;
    bool changed; /* since the round began */
    bool done, failed;
    struct shrunk result;
};

/* ---- One step ------------------------------------------------------------------------------ */

static int try_text(const struct shrinking *shrinking, const struct suspect_desk *desk,
                    const char *text, bool *ret_same, struct error *error)
{
    AUTO_BUFFER struct buffer data = { 0 };
    CLEANUP(small_test_clear) struct small_test test = { 0 };
    CLEANUP(conduct_clear) struct conduct conduct = { 0 };
    struct error ignored = { 0 };
    int code = signature_input(shrinking->suspect->smalls.judge->signature, text, &data, &ignored);

    *ret_same = false;
    if (code < 0)
        return code == -ENOMEM ? error_set(error, -ENOMEM, "out of memory") : 0;
    test.input_size = data.size;
    test.input = steal(&data.data);
    code = small_check(&desk->small, &test, error);
    if (code == 0)
        code = small_answer(&desk->small, &test, error);
    if (code == 0 && !test.fault)
        code = suspect_run(desk, &test, &conduct, error);
    *ret_same = code == 0 && !test.fault && conduct.verdict == shrinking->verdict;
    return code;
}

/* ---- Whose turn (the lock is held) --------------------------------------------------------- */

static void take_best(struct shrinking *shrinking)
{
    free(shrinking->text);
    shrinking->text = shrinking->best_text;
    shrinking->best_text = NULL;
    shrinking->next = shrinking->best;
    shrinking->best = shrinking->end = NO_STEP;
    shrinking->changed = true;
    shrinking->result.steps++;
}

/* When nobody is busy and there is no further step to begin. */
static void settle(struct shrinking *shrinking)
{
    if (shrinking->best != NO_STEP) {
        take_best(shrinking);
    } else if (shrinking->changed) {
        shrinking->next = 0;
        shrinking->end = NO_STEP;
        shrinking->changed = false;
    } else {
        shrinking->done = shrinking->result.smallest = true;
    }
    pthread_cond_broadcast(&shrinking->moved);
}

/* False: the work is over. */
static bool begin_step(struct shrinking *shrinking, size_t *ret)
{
    for (;;) {
        if (!shrinking->done && clock_now_s() > shrinking->deadline)
            shrinking->done = true;
        if (shrinking->done || shrinking->failed)
            return false;
        if (shrinking->next < shrinking->best && shrinking->next < shrinking->end) {
            *ret = shrinking->next++;
            shrinking->busy++;
            return true;
        }
        if (shrinking->busy == 0)
            settle(shrinking);
        else
            pthread_cond_wait(&shrinking->moved, &shrinking->lock);
    }
}

static void end_step(struct shrinking *shrinking, size_t step, bool exists, bool same,
                     struct buffer *text)
{
    shrinking->busy--;
    if (!exists && step < shrinking->end)
        shrinking->end = step;
    if (same && step < shrinking->best) {
        shrinking->best = step;
        free(shrinking->best_text);
        shrinking->best_text = text->data;
        *text = (struct buffer){ 0 };
    }
    pthread_cond_broadcast(&shrinking->moved);
}

/* ---- The crew ------------------------------------------------------------------------------ */

static int take_steps(struct shrinking *shrinking, const struct suspect_desk *desk,
                      struct error *error)
{
    size_t step;
    int code = 0;

    pthread_mutex_lock(&shrinking->lock);
    while (code == 0 && begin_step(shrinking, &step)) {
        AUTO_BUFFER struct buffer text = { 0 };
        bool same = false;

        pthread_mutex_unlock(&shrinking->lock);
        int exists = signature_smaller(shrinking->text, step, &text);
        if (exists < 0)
            code = error_set(error, -ENOMEM, "out of memory");
        if (exists > 0)
            code = try_text(shrinking, desk, text.data ? text.data : "", &same, error);
        pthread_mutex_lock(&shrinking->lock);
        end_step(shrinking, step, exists > 0, same, &text);
    }
    shrinking->failed |= code < 0;
    pthread_cond_broadcast(&shrinking->moved);
    pthread_mutex_unlock(&shrinking->lock);
    return code;
}

static int work(void *context, struct crew *crew, int cpu, struct error *error)
{
    struct shrinking *shrinking = context;
    struct suspect_desk desk = { 0 };
    int code = suspect_desk_open(shrinking->suspect, cpu, &desk, error);

    (void) crew;
    if (code == 0)
        code = take_steps(shrinking, &desk, error);
    suspect_desk_close(&desk);
    return code;
}

int stress_shrink(const struct suspect *suspect, enum verdict verdict, double deadline, char **text,
                  struct shrunk *ret, struct error *error)
{
    struct shrinking shrinking = { .suspect = suspect,
                                   .verdict = verdict,
                                   .deadline = deadline,
                                   .text = *text,
                                   .end = NO_STEP,
                                   .best = NO_STEP };

    pthread_mutex_init(&shrinking.lock, NULL);
    pthread_cond_init(&shrinking.moved, NULL);
    int code = crew_run(work, &shrinking, suspect->options->jobs, SIZE_MAX, error);

    if (shrinking.best != NO_STEP)
        take_best(&shrinking);
    pthread_cond_destroy(&shrinking.moved);
    pthread_mutex_destroy(&shrinking.lock);
    *text = shrinking.text;
    *ret = shrinking.result;
    return code;
}
