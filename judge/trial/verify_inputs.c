/*
 * Theory of operation: every input validator reads every input, on standard input, in a room of its
 * own. Several threads take the inputs one by one; what they find is collected by test, so that the
 * report does not depend on who was faster. Inputs that the package calls invalid are read too; one
 * that every validator takes is a fault.
 */

#include "judge/trial/checker.h"
#include "judge/trial/crew.h"
#include "judge/trial/verify.h"

#include <errno.h>
#include <stdlib.h>

#define MOST_FAULTS 20 /* of one validator */

/* Tests come first, then the invalid inputs. */
struct inputs {
    const struct verify *verify;
    const struct validator *validator;
    const char *name; /* of the validator in the package */
    char **faults;    /* one for each input, NULL: valid */
};

static size_t input_count(const struct package *package)
{
    return package->test_count + package->invalid_input_count;
}

static const struct package_test *input_at(const struct package *package, size_t index)
{
    return index < package->test_count ? &package->tests[index]
                                       : &package->invalid_inputs[index - package->test_count];
}

static int check_input(struct inputs *inputs, struct sandbox_room *room, size_t index,
                       struct error *error)
{
    const struct package *package = inputs->verify->package;
    const struct package_test *test = input_at(package, index);
    struct sandbox_error failure;
    AUTO_CLOSE int input = -1;

    if (sandbox_seal_file(test->input_path, &input, &failure) < 0)
        return error_from_sandbox(error, &failure);
    return checker_ask_one(inputs->validator, inputs->name, package, test, room, input,
                           &inputs->faults[index], error);
}

static int work(void *context, struct crew *crew, int cpu, struct error *error)
{
    struct inputs *inputs = context;
    struct sandbox_room *room = NULL;
    size_t index;
    int code = validator_room_open(inputs->validator, inputs->verify->judge->sandbox,
                                   &inputs->verify->package->limits, cpu, &room, error);

    while (code == 0 && crew_next(crew, &index))
        code = check_input(inputs, room, index, error);
    sandbox_room_free(room);
    return code;
}

static int report(struct verify *verify, struct inputs *inputs)
{
    size_t count = 0;
    int code = 0;

    for (size_t i = 0; i < verify->package->test_count && code == 0; i++) {
        struct error fault;

        if (!inputs->faults[i] || ++count > MOST_FAULTS)
            continue;
        error_at(&fault, -EINVAL, verify->package->tests[i].input_path, 0, "not valid for %s: %s",
                 inputs->name, inputs->faults[i]);
        code = verify_add_fault(verify, &fault, false);
    }
    if (code == 0 && count > MOST_FAULTS) {
        struct error fault;

        error_set(&fault, -EINVAL, "%s rejects %zu more inputs", inputs->name, count - MOST_FAULTS);
        code = verify_add_fault(verify, &fault, false);
    }
    return code;
}

/* `rejected`: of the invalid inputs, those that some validator did not take. */
static int run_validator(struct verify *verify, const struct validator *validator, const char *name,
                         bool *rejected, struct error *error)
{
    size_t tests = verify->package->test_count, count = input_count(verify->package);
    struct inputs inputs = { .verify = verify, .validator = validator, .name = name };
    int code;

    inputs.faults = calloc(count + 1, sizeof(*inputs.faults));
    if (!inputs.faults)
        return error_set(error, -ENOMEM, "out of memory");
    code = crew_run(work, &inputs, verify->options->jobs, count, error);
    if (code == 0)
        code = report(verify, &inputs);
    for (size_t i = 0; i < count; i++) {
        if (i >= tests && inputs.faults[i])
            rejected[i - tests] = true;
        free(inputs.faults[i]);
    }
    free(inputs.faults);
    return code;
}

static int report_invalid(struct verify *verify, const bool *rejected)
{
    const struct package *package = verify->package;
    int code = 0;

    for (size_t i = 0; i < package->invalid_input_count && code == 0; i++) {
        struct error fault;

        if (rejected[i])
            continue;
        error_at(&fault, -EINVAL, package->invalid_inputs[i].input_path, 0,
                 "meant to be invalid, but no input validator rejects it");
        code = verify_add_fault(verify, &fault, false);
    }
    return code;
}

int verify_inputs(struct verify *verify, struct error *error)
{
    const struct package *package = verify->package;
    AUTO_FREE bool *rejected = calloc(package->invalid_input_count + 1, sizeof(*rejected));
    bool all_ran = package->input_validator_count > 0;

    if (!rejected)
        return error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; i < package->input_validator_count; i++) {
        const struct package_program *program = &package->input_validators[i];
        struct validator *validator;
        int code = validator_new(verify->judge->compiler, verify->judge->sandbox, package, program,
                                 &validator, error);

        /* One that this host cannot build says nothing of the inputs. */
        if (code == -ENOENT || code == -EINVAL) {
            if (verify_add_fault(verify, error, true) < 0)
                return -ENOMEM;
            all_ran = false;
            continue;
        }
        if (code < 0)
            return code;
        code = run_validator(verify, validator, program->name, rejected, error);
        validator_free(validator);
        if (code < 0)
            return code;
    }
    return all_ran ? report_invalid(verify, rejected) : 0;
}
