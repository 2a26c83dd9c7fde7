/*
 * Theory of operation: every input validator reads every input, on standard input, in a room of its
 * own. Several threads take the inputs one by one; what they find is collected by test, so that the
 * report does not depend on who was faster. Inputs that the package calls invalid are read too; one
 * that every validator takes is a fault.
 *
 * testlib's own validators end with 0 when all is well; the format wants 42. Which one it is, is
 * decided as for output validators.
 */

#include "judge/trial/verify.h"

#include "judge/base/text.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <string.h>

#define MOST_FAULTS 20 /* of one validator */

/* Tests come first, then the invalid inputs. */
struct inputs {
    const struct verify *verify;
    const struct validator *validator;
    const char *name; /* of the validator in the package */
    size_t count;
    pthread_mutex_t lock; /* over what follows */
    size_t next;
    char **faults; /* one for each input, NULL: valid */
    int code;
    struct error error;
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

/* The validator's arguments, then those of the submission. */
static const char *const *input_arguments(struct arena *arena, const struct package_test *test,
                                          const char *validator)
{
    const char *const *lists[] = { package_input_arguments(test, validator), test->arguments };
    const char **list;
    size_t count = 0;

    for (size_t i = 0; i < COUNT(lists); i++)
        for (const char *const *at = lists[i]; at && *at; at++)
            count++;
    list = arena_array(arena, count + 1, sizeof(*list));
    count = 0;
    for (size_t i = 0; list && i < COUNT(lists); i++)
        for (const char *const *at = lists[i]; at && *at; at++)
            list[count++] = *at;
    return list;
}

static bool accepted(const struct inputs *inputs, const struct sandbox_result *result)
{
    int good = validator_protocol(inputs->validator) == PROTOCOL_TESTLIB ? 0 : 42;

    return result->outcome == SANDBOX_EXITED && result->exit_status == good;
}

/* Why an input is not valid: what the validator wrote, or how it ended. */
static char *fault_text(const struct sandbox_result *result)
{
    bool errors = result->error_size > 0;
    const char *data = errors ? result->error : result->output;
    size_t size = errors ? result->error_size : result->output_size;
    AUTO_FREE char *words = text_harmless(data ? data : "", size < 300 ? size : 300, 300);
    char *text = NULL;

    if (!words ||
        asprintf(&text, "%s %d%s%s",
                 result->outcome == SANDBOX_EXITED ? "exit status"
                                                   : sandbox_outcome_name(result->outcome),
                 result->outcome == SANDBOX_EXITED ? result->exit_status : result->signal,
                 *words ? ": " : "", words) < 0)
        return NULL;
    for (char *at = text; *at; at++)
        if (*at == '\n' || *at == '\t')
            *at = ' ';
    for (size_t end = strlen(text); end > 0 && text[end - 1] == ' '; end--)
        text[end - 1] = '\0';
    return text;
}

static int check_input(struct inputs *inputs, struct sandbox_room *room, size_t index,
                       struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const struct package *package = inputs->verify->package;
    const struct package_test *test = input_at(package, index);
    CLEANUP(sandbox_result_clear) struct sandbox_result result = { 0 };
    struct validator_launch launch;
    struct sandbox_error failure;
    AUTO_CLOSE int input = -1;
    const char *const *extra = arena ? input_arguments(arena, test, inputs->name) : NULL;

    if (!extra)
        return error_set(error, -ENOMEM, "out of memory");
    int code = validator_launch(inputs->validator, arena, &package->limits, extra, &launch, error);
    if (code < 0)
        return code;
    if (sandbox_seal_file(test->input_path, &input, &failure) < 0)
        return error_from_sandbox(error, &failure);
    struct sandbox_run run = {
        .arguments = launch.program.arguments,
        .environment = launch.program.environment,
        .directory = launch.directory,
        .limits = { .cpu_ns = (uint64_t) (package->limits.validation_time_s * 1e9),
                    .memory_bytes = package->limits.validation_memory_bytes +
                                    launch.program.memory_overhead_bytes,
                    .output_bytes = package->limits.validation_output_bytes,
                    .processes = launch.program.processes > 64 ? launch.program.processes : 64 },
        .input_fd = input,
        .output_fd = -1,
        .error_fd = -1,
    };

    if (sandbox_run(room, &run, &result, &failure) < 0)
        return error_from_sandbox(error, &failure);
    if (accepted(inputs, &result))
        return 0;
    inputs->faults[index] = fault_text(&result);
    return inputs->faults[index] ? 0 : error_set(error, -ENOMEM, "out of memory");
}

static void *work(void *context)
{
    struct inputs *inputs = context;
    struct sandbox_room *room = NULL;
    struct error error;
    int code = validator_room_open(inputs->validator, inputs->verify->judge->sandbox,
                                   &inputs->verify->package->limits, -1, &room, &error);

    for (;;) {
        pthread_mutex_lock(&inputs->lock);
        if (code < 0 && inputs->code == 0) {
            inputs->code = code;
            inputs->error = error;
        }
        size_t index = inputs->next++;
        bool done = inputs->code < 0 || index >= inputs->count;
        pthread_mutex_unlock(&inputs->lock);
        if (done)
            break;
        code = check_input(inputs, room, index, &error);
    }
    sandbox_room_free(room);
    return NULL;
}

static int worker_count(const struct verify *verify)
{
    cpu_set_t set;
    int cores = sched_getaffinity(0, sizeof(set), &set) == 0 ? CPU_COUNT(&set) : 1;

    return verify->options->jobs > 0 ? verify->options->jobs : cores;
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
    struct inputs inputs = {
        .verify = verify, .validator = validator, .name = name, .count = count
    };
    int threads = worker_count(verify), started = 0;
    pthread_t *ids = calloc((size_t) threads, sizeof(*ids));

    inputs.faults = calloc(count + 1, sizeof(*inputs.faults));
    if (!inputs.faults || !ids) {
        free(inputs.faults);
        free(ids);
        return error_set(error, -ENOMEM, "out of memory");
    }
    pthread_mutex_init(&inputs.lock, NULL);
    while (started < threads - 1 && pthread_create(&ids[started], NULL, work, &inputs) == 0)
        started++;
    work(&inputs);
    for (int i = 0; i < started; i++)
        pthread_join(ids[i], NULL);
    pthread_mutex_destroy(&inputs.lock);
    free(ids);
    int code = inputs.code;

    if (code < 0)
        *error = inputs.error;
    else
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
