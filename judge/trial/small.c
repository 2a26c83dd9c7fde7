/*
 * Theory of operation: see small.h. The generator of the package makes the inputs, its input
 * validators say whether they are valid (at small sizes a generator may break a constraint that it
 * keeps at large ones), and the submission that gives the answers of its tests gives these, too.
 */

#include "judge/trial/small.h"

#include "judge/base/text.h"

#include <errno.h>
#include <string.h>

static const int sizes[] = { 1, 2, 3, 4, 5, 6, 8, 10, 12, 3, 5, 7, 16, 4, 6, SMALL_LARGEST };

struct small small_input(const struct package_made *made, uint64_t seed, size_t number)
{
    return (struct small){
        .family = &made->families[number % made->family_count],
        .size = sizes[number / made->family_count % COUNT(sizes)],
        .seed = (int64_t) ((seed * 1000003 + number) & INT64_MAX),
    };
}

static int find_rules(struct smalls *smalls, struct error *error)
{
    const struct package *package = smalls->judge->package;
    const char *const *arguments = NULL;

    if (package->custom_validation || package->interactive || package->multi_pass) {
        error_set(error, -ENOTSUP, "%s: outputs are judged by a validator of the package",
                  package->slug);
        return -ENOTSUP;
    }
    if (!package->made || !package->made->family_count) {
        error_set(error, -ENOTSUP, "%s has no generators/made.yaml, which names families of inputs",
                  package->slug);
        error_remedy(error, "docs/authoring.md says what goes into it");
        return -ENOTSUP;
    }
    for (size_t i = 0; i < package->test_count && !arguments; i++)
        if (!package->tests[i].sample)
            arguments = package->tests[i].validator_args;
    return compare_rules_parse(arguments, package->version == PACKAGE_2025_09, &smalls->rules,
                               error);
}

int smalls_new(struct judge *judge, bool no_cache, struct smalls *ret, struct error *error)
{
    struct smalls smalls = { .judge = judge };
    bool unsupported;
    int code = find_rules(&smalls, error);

    if (code == 0)
        code = generator_new(judge, &smalls.generator, error);
    if (code == 0)
        code = checker_new(judge, &smalls.checker, error);
    if (code == 0) {
        struct attempt attempt = { .paths = &judge->package->made->answers_path,
                                   .path_count = 1,
                                   .time_limit_s = judge->package->limits.validation_time_s,
                                   .trusted = true };

        code = player_new(judge, &attempt, no_cache, &smalls.reference, &unsupported, error);
    }
    if (code < 0) {
        smalls_free(&smalls);
        return code;
    }
    *ret = smalls;
    return 0;
}

void smalls_free(struct smalls *smalls)
{
    player_free(&smalls->reference);
    checker_free(&smalls->checker);
    generator_free(&smalls->generator);
    *smalls = (struct smalls){ 0 };
}

int small_desk_open(const struct smalls *smalls, int cpu, struct small_desk *ret,
                    struct error *error)
{
    struct small_desk desk = { .smalls = smalls };
    int code = generator_room_open(&smalls->generator, cpu, &desk.generator, error);

    if (code == 0)
        code = checker_rooms_open(&smalls->checker, cpu, &desk.checker, error);
    if (code == 0)
        code = seat_open(&smalls->reference, cpu, &desk.reference, error);
    if (code < 0) {
        small_desk_close(&desk);
        return code;
    }
    *ret = desk;
    return 0;
}

void small_desk_close(struct small_desk *desk)
{
    sandbox_room_free(desk->generator);
    checker_rooms_close(&desk->checker);
    seat_close(&desk->reference);
    *desk = (struct small_desk){ 0 };
}

void small_test_clear(struct small_test *test)
{
    free(test->input);
    free(test->answer);
    free(test->fault);
    *test = (struct small_test){ 0 };
}

int small_check(const struct small_desk *desk, struct small_test *test, struct error *error)
{
    return test->fault
               ? 0
               : checker_ask(&desk->checker, test->input, test->input_size, &test->fault, error);
}

int small_answer(const struct small_desk *desk, struct small_test *test, struct error *error)
{
    CLEANUP(play_clear) struct play play = { 0 };
    int code;

    if (test->fault)
        return 0;
    code = seat_play(&desk->reference, test->input, test->input_size, &play, error);
    if (code < 0)
        return code;
    if (play.verdict != VERDICT_AC) {
        if (asprintf(&test->fault, "%s: %s%s%s", desk->smalls->judge->package->made->answers_name,
                     verdict_text(play.verdict), *play.message ? ": " : "", play.message) < 0)
            test->fault = NULL;
        return test->fault ? 0 : error_set(error, -ENOMEM, "out of memory");
    }
    test->answer = steal(&play.output);
    test->answer_size = play.output_size;
    return 0;
}
