/*
 * Theory of operation: the validator runs in a room of its own. The input and the answer are sealed
 * memory files at descriptors 10 and 11 (and the output at 12 for testlib), named as /dev/fd/N on
 * its command line, so that nothing has to be copied into the room and nothing can be altered. Its
 * feedback directory is /box/feedback/; what it wrote there is read back through the sandbox's
 * descriptors once it has ended.
 *
 * Everything that is not a clear answer is the judge's error: the verdict then is JE and says why,
 * never a guess.
 */

#include "judge/trial/validate_internal.h"

#include "judge/base/text.h"
#include "judge/trial/compare.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#define INPUT_NUMBER 10
#define ANSWER_NUMBER 11
#define OUTPUT_NUMBER 12
#define INPUT_PATH "/dev/fd/10"
#define ANSWER_PATH "/dev/fd/11"
#define OUTPUT_PATH "/dev/fd/12"
#define FEEDBACK "feedback/"

#define MESSAGE_READ (1u << 20)
#define MESSAGE_SHOWN 2000
#define NEXT_PASS_LIMIT (256u << 20)
#define KEPT_LIMIT                                                                                 \
    (64u << 20) /* of all files from one pass to the next; sparse ones cost nothing                \
                 * where they are written, but do here */

/* ---- The feedback directory ---------------------------------------------------------------- */

/* Files of an earlier pass, held while the room is emptied: the sandbox removes all or nothing. */
struct kept {
    struct {
        char *path, *data;
        size_t size;
    } * files;
    size_t count, capacity;
    uint64_t bytes;
};

static int read_all(int fd, uint64_t size, char **ret)
{
    AUTO_FREE char *data = malloc(size + 1);
    size_t done = 0;

    if (!data)
        return -ENOMEM;
    while (done < size) {
        ssize_t got = pread(fd, data + done, size - done, (off_t) done);

        if (got <= 0)
            return got < 0 ? -errno : -EIO;
        done += (size_t) got;
    }
    data[size] = '\0';
    *ret = steal(&data);
    return 0;
}

static int keep_file(void *context, const char *path, int fd, uint64_t size)
{
    struct kept *kept = context;
    char *data, *name;
    int code;

    if (strcmp(path, "nextpass.in") == 0)
        return 0;
    kept->bytes += size;
    if (kept->bytes > KEPT_LIMIT)
        return -EFBIG;
    code =
        array_reserve((void **) &kept->files, kept->count, &kept->capacity, sizeof(*kept->files));
    if (code < 0 || (code = read_all(fd, size, &data)) < 0)
        return code;
    if (asprintf(&name, FEEDBACK "%s", path) < 0) {
        free(data);
        return -ENOMEM;
    }
    kept->files[kept->count].path = name;
    kept->files[kept->count].data = data;
    kept->files[kept->count++].size = size;
    return 0;
}

static void kept_clear(struct kept *kept)
{
    for (size_t i = 0; i < kept->count; i++) {
        free(kept->files[i].path);
        free(kept->files[i].data);
    }
    free(kept->files);
}

int validator_prepare_feedback(struct sandbox_room *room, bool keep, struct error *error)
{
    CLEANUP(kept_clear) struct kept kept = { 0 };
    struct sandbox_error failure = { .code = -ENOMEM, .message = "out of memory" };
    int code = keep ? sandbox_room_each_file(room, "feedback", keep_file, &kept, &failure) : 0;

    if (code == -EFBIG)
        return error_set(error, code,
                         "a validator keeps more than %u MiB of files for its next "
                         "pass",
                         KEPT_LIMIT >> 20);
    if (code == 0)
        code = sandbox_room_wipe(room, &failure);
    if (code == 0)
        code = sandbox_room_put(room, FEEDBACK ".keep", "", 0, 0600, &failure);
    for (size_t i = 0; i < kept.count && code == 0; i++)
        code = sandbox_room_put(room, kept.files[i].path, kept.files[i].data, kept.files[i].size,
                                0644, &failure);
    return code < 0 ? error_from_sandbox(error, &failure) : 0;
}

/* A file of the feedback directory; *ret NULL when there is none. 1: it is too large. */
static int read_feedback(struct sandbox_room *room, const char *name, uint64_t limit, char **ret,
                         size_t *ret_size)
{
    struct sandbox_error failure;
    AUTO_CLOSE int fd = -1;
    char path[64];
    struct stat status;
    int code;

    *ret = NULL;
    *ret_size = 0;
    snprintf(path, sizeof(path), FEEDBACK "%s", name);
    code = sandbox_room_collect(room, path, limit, &fd, &failure);
    if (code == -EFBIG)
        return 1;
    if (code < 0) /* a link, a fifo, nothing at all: not a file of that name */
        return 0;
    if (fstat(fd, &status) < 0)
        return -errno;
    code = read_all(fd, (uint64_t) status.st_size, ret);
    if (code == 0)
        *ret_size = (size_t) status.st_size;
    return code;
}

/* ---- The call ------------------------------------------------------------------------------ */

static const char *const *call_arguments(const struct validator *validator, struct arena *arena,
                                         const struct validator_question *question)
{
    bool testlib = validator->protocol == PROTOCOL_TESTLIB;
    size_t flags = 0, count = 0;

    while (question->flags && question->flags[flags])
        flags++;
    const char **list = arena_array(arena, flags + 4, sizeof(*list));

    if (!list)
        return NULL;
    list[count++] = INPUT_PATH;
    if (testlib) {
        list[count++] = question->interactive ? "/box/" FEEDBACK "tout" : OUTPUT_PATH;
        list[count++] = ANSWER_PATH;
        return list;
    }
    list[count++] = ANSWER_PATH;
    list[count++] = "/box/" FEEDBACK;
    for (size_t i = 0; i < flags; i++)
        list[count++] = question->flags[i];
    return list;
}

int validator_prepare_run(const struct validator *validator, struct arena *arena,
                          const struct validator_question *question,
                          struct sandbox_descriptor descriptors[3], struct sandbox_run *ret,
                          struct error *error)
{
    const struct package_limits *limits = &question->package->limits;
    const char *const *extra = call_arguments(validator, arena, question);
    struct validator_launch launch;
    int code;

    if (!extra)
        return error_set(error, -ENOMEM, "out of memory");
    code = validator_launch(validator, arena, limits, extra, &launch, error);
    if (code < 0)
        return code;
    descriptors[0] = (struct sandbox_descriptor){ question->input_fd, INPUT_NUMBER };
    descriptors[1] = (struct sandbox_descriptor){ question->answer_fd, ANSWER_NUMBER };
    *ret = (struct sandbox_run){
        .arguments = launch.program.arguments,
        .environment = launch.program.environment,
        .directory = launch.directory,
        .limits = { .cpu_ns = (uint64_t) (limits->validation_time_s * 1e9),
                    .memory_bytes =
                        limits->validation_memory_bytes + launch.program.memory_overhead_bytes,
                    .output_bytes = limits->validation_output_bytes,
                    .processes = launch.program.processes > 64 ? launch.program.processes : 64 },
        .input_fd = -1,
        .output_fd = -1,
        .error_fd = -1,
        .descriptors = descriptors,
        .descriptor_count = 2,
        .keep_files = true,
    };
    return 0;
}

/* ---- The answer ---------------------------------------------------------------------------- */

/* testlib's exit codes. Source: testlib.h, "enum TResult" and its *_EXIT_CODE macros. */
static const struct {
    int status;
    enum decide_says says;
} testlib_rows[] = {
    { 0, SAYS_ACCEPT }, /* ok */
    { 1, SAYS_REJECT }, /* wrong answer */
    { 2, SAYS_REJECT }, /* presentation error */
    { 4, SAYS_REJECT }, /* dirt after the answer */
    { 7, SAYS_ACCEPT }, /* points, told on stderr */
    { 8, SAYS_REJECT }, /* unexpected end of file */
};

static enum decide_says exit_says(const struct validator *validator, int status)
{
    if (validator->protocol == PROTOCOL_FORMAT)
        return status == 42 ? SAYS_ACCEPT : status == 43 ? SAYS_REJECT : SAYS_NOTHING;
    for (size_t i = 0; i < COUNT(testlib_rows); i++)
        if (testlib_rows[i].status == status)
            return testlib_rows[i].says;
    return SAYS_NOTHING;
}

static int __attribute__((format(printf, 2, 3)))
set_fault(struct validator_report *report, const char *format, ...)
{
    va_list arguments;

    report->says = SAYS_NOTHING;
    free(report->fault);
    report->fault = NULL;
    va_start(arguments, format);
    int length = vasprintf(&report->fault, format, arguments);
    va_end(arguments);
    return length < 0 ? -ENOMEM : 0;
}

/* Why a validator gave no answer, with the end of what it wrote to stderr. */
static int failed_fault(const struct validator *validator, const struct sandbox_result *result,
                        struct validator_report *report)
{
    size_t shown = result->error_size < 500 ? result->error_size : 500;
    const char *tail = result->error ? result->error + result->error_size - shown : "";
    AUTO_FREE char *text = text_harmless(tail, result->error ? shown : 0, 600);
    const char *gap = text && *text ? ": " : "";

    if (!text)
        return -ENOMEM;
    if (result->outcome == SANDBOX_EXITED)
        return set_fault(report, "the validator %s exited with status %d, not with %s%s%s",
                         validator->name, result->exit_status,
                         validator->protocol == PROTOCOL_FORMAT ? "42 or 43"
                                                                : "an answer of testlib's",
                         gap, text);
    if (result->outcome == SANDBOX_SIGNALLED)
        return set_fault(report, "the validator %s ended by signal %d%s%s", validator->name,
                         result->signal, gap, text);
    return set_fault(report, "the validator %s failed (%s%s%s%s)%s%s", validator->name,
                     sandbox_outcome_name(result->outcome), *result->call ? ": " : "", result->call,
                     result->reason, gap, text);
}

static char *shown_text(const char *data, size_t size)
{
    while (size > 0 && (data[size - 1] == '\n' || data[size - 1] == ' '))
        size--;
    return size ? text_harmless(data, size, MESSAGE_SHOWN) : NULL;
}

static int read_message(struct sandbox_room *room, const char *name, char **ret)
{
    AUTO_FREE char *data = NULL;
    size_t size;
    int code = read_feedback(room, name, MESSAGE_READ, &data, &size);

    if (code == 1)
        *ret = strdup("(the message is larger than 1 MiB)");
    else if (code == 0 && data)
        *ret = shown_text(data, size);
    return code < 0 ? code : 0;
}

/* A number in a file of its own. */
static int read_number(struct sandbox_room *room, const char *name, bool *given, double *ret,
                       struct validator_report *report)
{
    AUTO_FREE char *data = NULL;
    size_t size, start = 0;
    int code = read_feedback(room, name, 4096, &data, &size);

    if (code < 0 || (code == 0 && !data))
        return code;
    while (code == 0 && size > 0 && strchr(" \t\r\n", data[size - 1]))
        size--;
    while (start < size && strchr(" \t\r\n", data[start]))
        start++;
    *given = code == 0 && compare_number(data + start, size - start, ret);
    return *given ? 0 : set_fault(report, "the validator's %s is no number", name);
}

static int read_next_pass(struct sandbox_room *room, const struct validator_question *question,
                          struct validator_report *report)
{
    int code;

    if (!question->package->multi_pass)
        return 0;
    code = read_feedback(room, "nextpass.in", NEXT_PASS_LIMIT, &report->next_input,
                         &report->next_size);
    if (code == 1)
        return set_fault(report, "the validator's nextpass.in is too large");
    if (code < 0 || !report->next_input)
        return code;
    if (report->says == SAYS_REJECT)
        return set_fault(report, "the validator wrote nextpass.in but did not accept");
    report->next_pass = true;
    return 0;
}

static int read_scores(struct sandbox_room *room, const struct validator_question *question,
                       struct validator_report *report)
{
    int code = 0;

    if (!question->package->scoring || report->says != SAYS_ACCEPT)
        return 0;
    code = read_number(room, "score.txt", &report->has_score, &report->score, report);
    if (code == 0 && report->says == SAYS_ACCEPT && question->package->version == PACKAGE_2025_09)
        code = read_number(room, "score_multiplier.txt", &report->has_multiplier,
                           &report->multiplier, report);
    if (code == 0 && report->has_score && report->has_multiplier)
        code = set_fault(report, "the validator wrote both score.txt and score_multiplier.txt");
    if (code == 0 && report->has_multiplier && (report->multiplier < 0 || report->multiplier > 1))
        code = set_fault(report, "the validator's score_multiplier.txt is not from 0 to 1");
    return code;
}

/* "points 12.5 text" of quitp(). */
static void testlib_points(const struct sandbox_result *result, struct validator_report *report)
{
    const char *text = result->error ? strstr(result->error, "points ") : NULL;

    if (!text || result->exit_status != 7)
        return;
    text += strlen("points ");
    report->has_score = compare_number(text, strcspn(text, " \r\n"), &report->score);
}

int validator_read_report(const struct validator *validator, struct sandbox_room *room,
                          const struct validator_question *question,
                          const struct sandbox_result *result, struct validator_report *report,
                          struct error *error)
{
    int code = 0;

    memset(report, 0, sizeof(*report));
    report->signal = result->signal;
    report->says = result->outcome == SANDBOX_EXITED ? exit_says(validator, result->exit_status)
                                                     : SAYS_NOTHING;
    if (report->says == SAYS_NOTHING)
        code = failed_fault(validator, result, report);
    else
        code = read_next_pass(room, question, report);
    if (code == 0)
        code = read_scores(room, question, report);
    if (code == 0 && validator->protocol == PROTOCOL_TESTLIB) {
        testlib_points(result, report);
        report->judge_message = shown_text(result->error ? result->error : "", result->error_size);
    } else if (code == 0) {
        code = read_message(room, "judgemessage.txt", &report->judge_message);
    }
    if (code == 0)
        code = read_message(room, "teammessage.txt", &report->team_message);
    if (code < 0) {
        validator_report_clear(report);
        return error_set(error, code, "%s: its feedback cannot be read: %s", validator->name,
                         strerror(-code));
    }
    return 0;
}

void validator_report_clear(struct validator_report *report)
{
    free(report->next_input);
    free(report->judge_message);
    free(report->team_message);
    free(report->fault);
    memset(report, 0, sizeof(*report));
}

int validator_ask(const struct validator *validator, struct sandbox_room *room,
                  const struct validator_question *question, struct validator_report *report,
                  struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct sandbox_descriptor descriptors[3];
    CLEANUP(sandbox_result_clear) struct sandbox_result result = { 0 };
    struct sandbox_error failure;
    struct sandbox_run run;
    AUTO_CLOSE int output = -1;
    int code;

    if (!arena)
        return error_set(error, -ENOMEM, "out of memory");
    code = validator_prepare_run(validator, arena, question, descriptors, &run, error);
    if (code < 0)
        return code;
    if (sandbox_seal_bytes(question->output, question->output_size, &output, &failure) < 0)
        return error_from_sandbox(error, &failure);
    if (validator->protocol == PROTOCOL_TESTLIB)
        descriptors[run.descriptor_count++] = (struct sandbox_descriptor){ output, OUTPUT_NUMBER };
    else
        run.input_fd = output;
    if (sandbox_run(room, &run, &result, &failure) < 0)
        return error_from_sandbox(error, &failure);
    return validator_read_report(validator, room, question, &result, report, error);
}
