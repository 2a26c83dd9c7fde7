/*
 * Theory of operation: an input validator reads an input on standard input, in a room of its own,
 * and ends with 42 when it is valid. testlib's own validators end with 0 when all is well; which
 * one it is, is decided as for output validators.
 */

#include "judge/trial/checker.h"

#include "judge/base/text.h"

#include <errno.h>
#include <string.h>

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

static bool accepted(const struct validator *validator, const struct sandbox_result *result)
{
    int good = validator_protocol(validator) == PROTOCOL_TESTLIB ? 0 : 42;

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

int checker_ask_one(const struct validator *validator, const char *name,
                    const struct package *package, const struct package_test *test,
                    struct sandbox_room *room, int input_fd, char **ret_fault, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    CLEANUP(sandbox_result_clear) struct sandbox_result result = { 0 };
    struct validator_launch launch;
    struct sandbox_error failure;
    const char *const *extra = arena ? input_arguments(arena, test, name) : NULL;

    if (!extra)
        return error_set(error, -ENOMEM, "out of memory");
    int code = validator_launch(validator, arena, &package->limits, extra, &launch, error);
    if (code < 0)
        return code;
    struct sandbox_run run = {
        .arguments = launch.program.arguments,
        .environment = launch.program.environment,
        .directory = launch.directory,
        .limits = { .cpu_ns = (uint64_t) (package->limits.validation_time_s * 1e9),
                    .memory_bytes = package->limits.validation_memory_bytes +
                                    launch.program.memory_overhead_bytes,
                    .output_bytes = package->limits.validation_output_bytes,
                    .processes = launch.program.processes > 64 ? launch.program.processes : 64 },
        .input_fd = input_fd,
        .output_fd = -1,
        .error_fd = -1,
    };

    *ret_fault = NULL;
    if (sandbox_run(room, &run, &result, &failure) < 0)
        return error_from_sandbox(error, &failure);
    if (accepted(validator, &result))
        return 0;
    *ret_fault = fault_text(&result);
    return *ret_fault ? 0 : error_set(error, -ENOMEM, "out of memory");
}

/* ---- All of a package ---------------------------------------------------------------------- */

int checker_new(struct judge *judge, struct checker *ret, struct error *error)
{
    const struct package *package = judge->package;
    struct checker checker = { .judge = judge };
    int code = 0;

    checker.validators = calloc(package->input_validator_count + 1, sizeof(*checker.validators));
    checker.names = calloc(package->input_validator_count + 1, sizeof(*checker.names));
    if (!checker.validators || !checker.names)
        code = error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; i < package->input_validator_count && code == 0; i++) {
        const struct package_program *program = &package->input_validators[i];

        code = validator_new(judge->compiler, judge->sandbox, package, program,
                             &checker.validators[i], error);
        checker.names[i] = program->name;
        checker.count += code == 0;
    }
    if (code < 0) {
        checker_free(&checker);
        return code;
    }
    *ret = checker;
    return 0;
}

void checker_free(struct checker *checker)
{
    for (size_t i = 0; i < checker->count; i++)
        validator_free(checker->validators[i]);
    free(checker->validators);
    free(checker->names);
    *checker = (struct checker){ 0 };
}

int checker_rooms_open(const struct checker *checker, int cpu, struct checker_rooms *ret,
                       struct error *error)
{
    struct checker_rooms rooms = { checker, calloc(checker->count + 1, sizeof(*rooms.rooms)) };
    int code = rooms.rooms ? 0 : error_set(error, -ENOMEM, "out of memory");

    for (size_t i = 0; i < checker->count && code == 0; i++)
        code = validator_room_open(checker->validators[i], checker->judge->sandbox,
                                   &checker->judge->package->limits, cpu, &rooms.rooms[i], error);
    if (code < 0) {
        checker_rooms_close(&rooms);
        return code;
    }
    *ret = rooms;
    return 0;
}

void checker_rooms_close(struct checker_rooms *rooms)
{
    for (size_t i = 0; rooms->rooms && i < rooms->checker->count; i++)
        sandbox_room_free(rooms->rooms[i]);
    free(rooms->rooms);
    *rooms = (struct checker_rooms){ 0 };
}

/* The first secret test, whose arguments hold for an input that is none. */
static const struct package_test *model_test(const struct package *package)
{
    static const char *const none[] = { NULL };
    static const struct package_test nothing = { .validator_args = none, .arguments = none };

    for (size_t i = 0; i < package->test_count; i++)
        if (!package->tests[i].sample)
            return &package->tests[i];
    return package->test_count ? &package->tests[0] : &nothing;
}

int checker_ask(const struct checker_rooms *rooms, const void *data, size_t size, char **ret_fault,
                struct error *error)
{
    const struct checker *checker = rooms->checker;
    const struct package *package = checker->judge->package;

    *ret_fault = NULL;
    for (size_t i = 0; i < checker->count; i++) {
        AUTO_CLOSE int input = -1;
        struct sandbox_error failure;
        int code;

        if (sandbox_seal_bytes(data, size, &input, &failure) < 0)
            return error_from_sandbox(error, &failure);
        code = checker_ask_one(checker->validators[i], checker->names[i], package,
                               model_test(package), rooms->rooms[i], input, ret_fault, error);
        if (code < 0 || *ret_fault)
            return code;
    }
    return 0;
}
