/*
 * Theory of operation: an input is made in one room, and the program runs on it in another. Rooms
 * belong to the thread that opens them, when it first needs them.
 */

#include "judge/growth/bench.h"

#include "judge/base/clock.h"
#include "judge/growth/survey.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#define SEED 1000 /* with which our generators draw the same at all sizes */

void bench_close(struct bench *bench)
{
    sandbox_room_free(bench->generator);
    for (size_t i = 0; i < COUNT(bench->program); i++)
        sandbox_room_free(bench->program[i]);
}

static int bench_need(struct bench *bench, const struct meter *meter, struct error *error)
{
    struct sandbox_room **program = &bench->program[meter->backend];
    int code = 0;

    if (!bench->generator)
        code = generator_room_open(&bench->survey->subject->generator, bench->cpu,
                                   &bench->generator, error);
    if (code == 0 && !*program)
        code = meter_room_open(meter, bench->cpu, program, error);
    return code;
}

/* The inputs of a job. */
struct inputs {
    struct meter_input rows[COURSE_BATCH];
    bool made[COURSE_BATCH];                  /* false: the generator does not make this size */
    char unmade[COURSE_BATCH][COURSE_UNMADE]; /* and says why */
    size_t count;                             /* of those that are made */
};

static void inputs_free(struct inputs *inputs)
{
    for (size_t i = 0; i < inputs->count; i++)
        free((char *) inputs->rows[i].data);
}

/* The same number for all sizes of a family. That of the first is only given where it comes first.
 */
static unsigned family_of(const struct survey *survey, const struct plan_job *job, size_t index)
{
    unsigned number = (unsigned) (job->courses[index] - survey->courses) + (job->look >= 0);

    return number < METER_FAMILIES ? number : METER_FAMILIES - 1;
}

static int inputs_make(const struct bench *bench, const struct plan_job *job, struct inputs *ret,
                       struct error *error)
{
    for (size_t i = 0; i < job->count; i++) {
        struct error refusal;
        char *data = NULL;
        size_t size = 0;
        int64_t first = job->sizes[i], second = 0;

        if (job->courses[i]->second)
            product_sizes(job->courses[i]->second, job->courses[i]->axis, job->sizes[i], &first,
                          &second);
        int code = generator_make(&bench->survey->subject->generator, bench->generator,
                                  job->courses[i]->family->name, first, SEED, second, &data, &size,
                                  &refusal);

        if (code < 0 && code != -EINVAL) {
            *error = refusal;
            return code;
        }
        ret->made[i] = code == 0;
        if (code < 0)
            snprintf(ret->unmade[i], sizeof(ret->unmade[i]), "%.*s", COURSE_UNMADE - 1,
                     refusal.message);
        if (code == 0)
            ret->rows[ret->count++] =
                (struct meter_input){ data, size, family_of(bench->survey, job, i) };
    }
    return 0;
}

int bench_run(struct bench *bench, const struct meter *meter, const struct plan_job *job,
              double bound_s, struct sample *ret, struct error *error)
{
    CLEANUP(inputs_free) struct inputs inputs = { 0 };
    struct sample samples[COURSE_BATCH] = { { 0 } };
    double started_s = clock_now_s();
    int code = bench_need(bench, meter, error);

    if (code == 0)
        code = inputs_make(bench, job, &inputs, error);
    /* Making the inputs is part of the time. */
    struct meter_limits limits = { job->cpu_s, fmax(bound_s - (clock_now_s() - started_s), 0.5),
                                   job->budget_s };

    if (code == 0 && inputs.count)
        code = meter_run(meter, bench->program[meter->backend], inputs.rows, inputs.count, &limits,
                         samples, error);
    for (size_t i = 0, k = 0; i < job->count && code == 0; i++)
        if (inputs.made[i]) {
            ret[i] = samples[k];
            ret[i].bytes = (double) inputs.rows[k++].size;
        } else {
            memcpy(ret[i].message, inputs.unmade[i], sizeof(ret[i].message));
        }
    return code;
}
