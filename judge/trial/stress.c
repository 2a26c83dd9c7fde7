/*
 * Theory of operation: workers take the small inputs by number, have the generator make them and
 * the package's own submission answer them, and run the submission under suspicion beside it. The
 * finding with the lowest number counts, so that the same seed finds the same, as long as there is
 * time. Then it is made smaller: by steps in the call text where the problem is a function
 * (shrink.c), else by looking for one among inputs of the same family and smaller size.
 */

#include "judge/trial/stress.h"

#include "judge/base/clock.h"
#include "judge/base/text.h"
#include "judge/trial/crew.h"

#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <string.h>

#define SHOWN_BYTES 2000
#define SEEDS_A_SIZE 20
/* What is too slow on a small input is far too slow: no need to wait for a limit of many seconds.
 */
#define PATIENCE_S 5.0

struct hunt {
    struct suspect suspect;
    uint64_t seed;
    double begun, deadline;
    size_t count;                     /* of inputs that there are */
    const struct small *smaller_than; /* the second search; NULL: the first */
    pthread_mutex_t lock;             /* over what follows */
    size_t tried;
    bool found;
    size_t number;
    struct small_test test;
    struct conduct conduct;
};

/* ---- One input ----------------------------------------------------------------------------- */

int suspect_desk_open(const struct suspect *suspect, int cpu, struct suspect_desk *ret,
                      struct error *error)
{
    struct suspect_desk desk = { .suspect = suspect };
    int code = small_desk_open(&suspect->smalls, cpu, &desk.small, error);

    if (code == 0)
        code = seat_open(&suspect->player, cpu, &desk.seat, error);
    if (code < 0) {
        suspect_desk_close(&desk);
        return code;
    }
    *ret = desk;
    return 0;
}

void suspect_desk_close(struct suspect_desk *desk)
{
    if (desk->small.smalls)
        small_desk_close(&desk->small);
    seat_close(&desk->seat);
    *desk = (struct suspect_desk){ 0 };
}

void conduct_clear(struct conduct *conduct)
{
    play_clear(&conduct->play);
    *conduct = (struct conduct){ 0 };
}

int suspect_run(const struct suspect_desk *desk, const struct small_test *test, struct conduct *ret,
                struct error *error)
{
    struct compare_difference difference;
    int code = seat_play(&desk->seat, test->input, test->input_size, &ret->play, error);

    if (code < 0)
        return code;
    ret->verdict = ret->play.verdict;
    if (ret->verdict != VERDICT_AC ||
        compare_outputs(&desk->suspect->smalls.rules, test->answer, test->answer_size,
                        ret->play.output, ret->play.output_size, &difference))
        return 0;
    ret->verdict = VERDICT_WA;
    compare_describe(&difference, ret->difference, sizeof(ret->difference));
    return 0;
}

/* ---- The search ---------------------------------------------------------------------------- */

static struct small input_of(const struct hunt *hunt, size_t number)
{
    const struct small *below = hunt->smaller_than;

    if (!below)
        return small_input(hunt->suspect.smalls.judge->package->made, hunt->seed, number);
    return (struct small){ .family = below->family,
                           .size = 1 + (int64_t) (number / SEEDS_A_SIZE),
                           .seed = (int64_t) (number % SEEDS_A_SIZE) };
}

static void note(struct hunt *hunt, size_t number, struct small_test *test, struct conduct *conduct)
{
    if (hunt->found && hunt->number < number)
        return;
    small_test_clear(&hunt->test);
    conduct_clear(&hunt->conduct);
    hunt->found = true;
    hunt->number = number;
    hunt->test = *test;
    hunt->conduct = *conduct;
    *test = (struct small_test){ 0 };
    *conduct = (struct conduct){ 0 };
}

static int bad_input(const struct hunt *hunt, const struct small_test *test, struct error *error)
{
    const struct package_made *made = hunt->suspect.smalls.judge->package->made;

    error_at(error, -EINVAL, made->path, 0, "%s %s %lld %lld: %s", made->generator.name,
             test->from.family->name, (long long) test->from.size, (long long) test->from.seed,
             test->fault);
    error_remedy(error, "the package is broken: assay verify says more");
    return -EINVAL;
}

static void report_progress(struct hunt *hunt)
{
    const struct trial_options *options = hunt->suspect.options;
    double share = (clock_now_s() - hunt->begun) / (hunt->deadline - hunt->begun);

    if (options->progress)
        options->progress(options->progress_context, "search", (size_t) (100 * fmin(share, 1)),
                          100);
}

static int try_input(struct hunt *hunt, const struct suspect_desk *desk, struct crew *crew,
                     size_t number, struct small_test *test, struct error *error)
{
    CLEANUP(conduct_clear) struct conduct conduct = { 0 };
    int code = small_answer(&desk->small, test, error);

    if (code == 0 && !test->fault)
        code = suspect_run(desk, test, &conduct, error);
    /* Only what is found has to be valid: to ask each time would halve their number. */
    if (code == 0 && conduct.verdict != VERDICT_AC)
        code = small_check(&desk->small, test, error);
    if (code == 0 && test->fault)
        code = bad_input(hunt, test, error);
    if (code < 0)
        return code;
    pthread_mutex_lock(&hunt->lock);
    hunt->tried++;
    if (conduct.verdict != VERDICT_AC) {
        note(hunt, number, test, &conduct);
        crew_stop(crew);
    }
    report_progress(hunt);
    pthread_mutex_unlock(&hunt->lock);
    return 0;
}

/* Whether an input of this number cannot be the finding any more, or the time is over. */
static bool is_late(struct hunt *hunt, size_t number)
{
    pthread_mutex_lock(&hunt->lock);
    bool late = hunt->found && hunt->number < number;

    pthread_mutex_unlock(&hunt->lock);
    return late || clock_now_s() > hunt->deadline;
}

static int try_batch(struct hunt *hunt, const struct suspect_desk *desk, struct crew *crew,
                     size_t batch, struct error *error)
{
    struct small_test tests[SMALL_BATCH] = { 0 };
    size_t first = batch * SMALL_BATCH, count = 0;

    while (count < SMALL_BATCH && first + count < hunt->count) {
        tests[count].from = input_of(hunt, first + count);
        count++;
    }
    int code = small_make(&desk->small, tests, count, error);

    for (size_t i = 0; i < count && code == 0 && !is_late(hunt, first + i); i++)
        code = try_input(hunt, desk, crew, first + i, &tests[i], error);
    for (size_t i = 0; i < count; i++)
        small_test_clear(&tests[i]);
    return code;
}

/* A batch is gone through to its end, or to what was found in it, so that what is found does not
 * hang on who was faster. */
static int search(void *context, struct crew *crew, int cpu, struct error *error)
{
    struct hunt *hunt = context;
    struct suspect_desk desk = { 0 };
    size_t batch;
    int code = suspect_desk_open(&hunt->suspect, cpu, &desk, error);

    while (code == 0 && crew_next(crew, &batch)) {
        if (clock_now_s() > hunt->deadline)
            crew_stop(crew);
        else
            code = try_batch(hunt, &desk, crew, batch, error);
    }
    suspect_desk_close(&desk);
    return code;
}

/* ---- A smaller one ------------------------------------------------------------------------- */

/* A problem that is no function: other inputs of the family are tried, from the smallest on. */
static int search_smaller(struct hunt *hunt, double seconds, struct error *error)
{
    struct hunt second = { .suspect = hunt->suspect,
                           .begun = clock_now_s(),
                           .deadline = clock_now_s() + seconds,
                           .count = (size_t) (hunt->test.from.size - 1) * SEEDS_A_SIZE,
                           .smaller_than = &hunt->test.from };

    if (second.count == 0)
        return 0;
    pthread_mutex_init(&second.lock, NULL);
    int code = crew_run(search, &second, hunt->suspect.options->jobs,
                        (second.count + SMALL_BATCH - 1) / SMALL_BATCH, error);

    if (code == 0 && second.found)
        note(hunt, hunt->number, &second.test, &second.conduct);
    small_test_clear(&second.test);
    conduct_clear(&second.conduct);
    pthread_mutex_destroy(&second.lock);
    return code;
}

/* What the submission does with the text that is left. */
static int run_text(struct hunt *hunt, const char *text, struct error *error)
{
    CLEANUP(suspect_desk_close) struct suspect_desk desk = { 0 };
    CLEANUP(small_test_clear) struct small_test test = { .from = hunt->test.from };
    CLEANUP(conduct_clear) struct conduct conduct = { 0 };
    struct buffer data = { 0 };
    int code = suspect_desk_open(&hunt->suspect, -1, &desk, error);

    if (code == 0)
        code = signature_input(hunt->suspect.smalls.judge->signature, text, &data, error);
    test.input = data.data;
    test.input_size = data.size;
    if (code == 0)
        code = small_answer(&desk.small, &test, error);
    if (code == 0 && !test.fault)
        code = suspect_run(&desk, &test, &conduct, error);
    /* One that fails only now and then may not do so again: what was found first stays. */
    if (code == 0 && !test.fault && conduct.verdict == hunt->conduct.verdict)
        note(hunt, hunt->number, &test, &conduct);
    return code;
}

static int shrink(struct hunt *hunt, double seconds, struct shrunk *ret, struct error *error)
{
    const struct signature *signature = hunt->suspect.smalls.judge->signature;
    const struct trial_options *options = hunt->suspect.options;
    struct buffer text = { 0 };

    if (options->progress)
        options->progress(options->progress_context, "shrink", 0, 0);
    if (!signature)
        return search_smaller(hunt, seconds, error);
    int code =
        signature_call_text(signature, hunt->test.input, hunt->test.input_size, &text, error);

    if (code == 0)
        code = stress_shrink(&hunt->suspect, hunt->conduct.verdict, clock_now_s() + seconds,
                             &text.data, ret, error);
    if (code == 0 && ret->steps > 0)
        code = run_text(hunt, text.data, error);
    free(text.data);
    return code;
}

/* ---- The result ---------------------------------------------------------------------------- */

static const char *shown(struct arena *arena, const char *data, size_t size)
{
    AUTO_FREE char *text = text_harmless(data ? data : "", data ? size : 0, SHOWN_BYTES);

    return text ? arena_strdup(arena, text) : NULL;
}

/* A result as call text where it is one, else as it was printed. */
static const char *result_of(const struct hunt *hunt, struct arena *arena, const char *data,
                             size_t size)
{
    const struct signature *signature = hunt->suspect.smalls.judge->signature;
    AUTO_BUFFER struct buffer text = { 0 };
    struct error ignored = { 0 };

    if (data && signature &&
        signature_result_text(signature, hunt->test.input, hunt->test.input_size, data, size, &text,
                              &ignored) == 0)
        return shown(arena, text.data, text.size);
    return shown(arena, data, size);
}

static int fill_finding(struct hunt *hunt, const struct small *first, const struct shrunk *shrunk,
                        struct stress *stress)
{
    const struct signature *signature = hunt->suspect.smalls.judge->signature;
    struct stress_finding *finding = arena_alloc(stress->arena, sizeof(*finding));
    AUTO_BUFFER struct buffer call = { 0 };
    const struct conduct *conduct = &hunt->conduct;
    struct error ignored = { 0 };

    if (!finding)
        return -ENOMEM;
    *finding = (struct stress_finding){
        .verdict = conduct->verdict,
        .family = arena_strdup(stress->arena, first->family->name),
        .size = first->size,
        .seed = first->seed,
        .number = hunt->number,
        .steps = shrunk->steps,
        .smallest = shrunk->smallest,
        .input = shown(stress->arena, hunt->test.input, hunt->test.input_size),
        .expected = result_of(hunt, stress->arena, hunt->test.answer, hunt->test.answer_size),
        .message = arena_strdup(stress->arena, conduct->verdict == VERDICT_WA ? conduct->difference
                                               : conduct->play.message ? conduct->play.message
                                                                       : ""),
    };
    if (conduct->verdict == VERDICT_WA)
        finding->found =
            result_of(hunt, stress->arena, conduct->play.output, conduct->play.output_size);
    if (signature && signature_call_text(signature, hunt->test.input, hunt->test.input_size, &call,
                                         &ignored) == 0)
        finding->call = shown(stress->arena, call.data, call.size);
    stress->finding = finding;
    return finding->family && finding->input && finding->expected && finding->message ? 0 : -ENOMEM;
}

static int hunt_down(struct hunt *hunt, const struct stress_options *options, struct stress *stress,
                     struct error *error)
{
    struct shrunk shrunk = { 0 };
    struct small first;
    int code;

    hunt->count = SIZE_MAX;
    hunt->begun = clock_now_s();
    hunt->deadline = hunt->begun + options->seconds;
    code = crew_run(search, hunt, hunt->suspect.options->jobs, SIZE_MAX, error);
    stress->inputs = hunt->tried;
    if (code < 0 || !hunt->found)
        return code;
    first = hunt->test.from;
    code = shrink(hunt, options->seconds, &shrunk, error);
    if (code < 0)
        return code;
    return fill_finding(hunt, &first, &shrunk, stress) < 0
               ? error_set(error, -ENOMEM, "out of memory")
               : 0;
}

/* ---- All together -------------------------------------------------------------------------- */

static double patience(const struct package *package, const struct trial_options *options)
{
    double limit = options->time_limit_s > 0 ? options->time_limit_s : package->limits.time_s;

    return limit > 0 && limit < PATIENCE_S ? limit : PATIENCE_S;
}

static int compile_suspect(struct hunt *hunt, const char *const *paths, size_t count,
                           const struct trial_options *options, struct stress *stress,
                           struct error *error)
{
    struct judge *judge = hunt->suspect.smalls.judge;
    struct attempt attempt = { .paths = paths,
                               .path_count = count,
                               .language = options->language,
                               .entry_point = options->entry_point,
                               .time_limit_s = patience(judge->package, options) };
    bool unsupported;
    int code = player_try(judge, &attempt, options->no_cache, stress->arena, &hunt->suspect.player,
                          &stress->compile_message, &unsupported, error);

    if (code < 0)
        return code;
    stress->compile_ok = hunt->suspect.player.program != NULL;
    stress->language = stress->compile_ok
                           ? arena_strdup(stress->arena, hunt->suspect.player.program->language->id)
                           : "";
    return stress->language ? 0 : error_set(error, -ENOMEM, "out of memory");
}

static struct stress *stress_new(const struct judge *judge, uint64_t seed)
{
    struct arena *arena = arena_new();
    struct stress *stress = arena ? arena_alloc(arena, sizeof(*stress)) : NULL;

    if (!stress) {
        arena_free(arena);
        return NULL;
    }
    stress->arena = arena;
    stress->problem = arena_strdup(arena, judge->package->slug);
    stress->seed = seed;
    stress->families = judge->package->made ? judge->package->made->family_count : 0;
    stress->largest = SMALL_LARGEST;
    stress->compile_message = "";
    return stress;
}

int judge_stress(struct judge *judge, const char *const *paths, size_t count,
                 const struct trial_options *options, const struct stress_options *stress,
                 struct stress **ret, struct error *error)
{
    struct hunt hunt = { .suspect.options = options, .seed = stress->seed };
    struct stress *result = stress_new(judge, stress->seed);
    int code;

    if (!result || !result->problem) {
        stress_free(result);
        return error_set(error, -ENOMEM, "out of memory");
    }
    pthread_mutex_init(&hunt.lock, NULL);
    code = smalls_new(judge, options->no_cache, &hunt.suspect.smalls, error);
    /* That the package cannot be stressed is the package's matter, not this host's. */
    if (code == -ENOTSUP)
        code = error->code = -EINVAL;
    if (code == 0)
        code = compile_suspect(&hunt, paths, count, options, result, error);
    if (code == 0 && result->compile_ok)
        code = hunt_down(&hunt, stress, result, error);
    small_test_clear(&hunt.test);
    conduct_clear(&hunt.conduct);
    player_free(&hunt.suspect.player);
    if (hunt.suspect.smalls.judge)
        smalls_free(&hunt.suspect.smalls);
    pthread_mutex_destroy(&hunt.lock);
    if (code < 0) {
        stress_free(result);
        return code;
    }
    *ret = result;
    return 0;
}

void stress_free(struct stress *stress)
{
    if (stress)
        arena_free(stress->arena);
}
