/*
 * The life of a repository's service in its room, and commands that run beside it. See host.c.
 */
#include "judge/service/host_internal.h"

#include "judge/base/clock.h"
#include "judge/base/text.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <string.h>

enum {
    FILES_BYTES = 384 << 20,  /* memory for what lies in /box, beside the service's own */
    SERVICE_PROCESSES = 3000, /* a thread for each of 1,000 connections, and a runtime's own */
    TAIL_BYTES = 1500,
    OUTPUT_TAIL_BYTES = 64 << 10, /* kept of a command beside the service */
};

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* A shell command as a program of the room, whose output goes to `output`. */
static int start_shell(struct host *host, const char *command, const char *directory,
                       const char *const *environment, uint64_t memory_bytes, int output,
                       struct sandbox_program **ret, struct error *error)
{
    const char *arguments[] = { "/bin/sh", "-c", command, NULL };
    struct sandbox_error fault;
    struct sandbox_run run = {
        .arguments = arguments,
        .environment = environment,
        .directory = directory,
        .limits = { .memory_bytes = memory_bytes,
                    .stack_bytes = 8 << 20,
                    .processes = SERVICE_PROCESSES,
                    .open_files = HOST_OPEN_FILES },
        .input_fd = -1,
        .output_fd = output,
        .error_fd = output,
        .keep_files = true,
    };
    int status = sandbox_program_start(host->room, &run, ret, &fault);

    return status < 0 ? error_from_sandbox(error, &fault) : 0;
}

/* ---- A command beside the service ----------------------------------------------------------- */

static int start_beside(struct host *host, const char *command, const char *const *extra,
                        int output, struct sandbox_program **ret, struct error *error)
{
    AUTO_FREE const char **environment = host_environment(host, extra, NULL);

    return environment ? start_shell(host, command, "/box/app", environment, HOST_BUILD_MEMORY,
                                     output, ret, error)
                       : no_memory(error);
}

enum beside_end { ENDED_ITSELF, ENDED_LATE, ENDED_ENOUGH };

struct beside {
    struct sandbox_program *program;
    struct log *log;
    const struct host_watch *watch;
    double limit_s, next_look_s;
};

/* One look. *ret_enough: the watcher has seen what it wanted. */
static int look_beside(struct beside *beside, bool *ret_enough, struct error *error)
{
    const struct host_watch *watch = beside->watch;
    int status = watch && watch->tick ? watch->tick(watch->context, error) : 0;

    *ret_enough = false;
    if (status < 0 || !watch || !watch->enough || clock_now_s() < beside->next_look_s)
        return status;
    AUTO_FREE char *output = log_tail(beside->log, OUTPUT_TAIL_BYTES);
    if (!output)
        return no_memory(error);
    *ret_enough = watch->enough(watch->context, output);
    beside->next_look_s = clock_now_s() + 0.1;
    return 0;
}

/* Waits for its end, or ends it. */
static int wait_beside(struct beside *beside, struct sandbox_result *result,
                       enum beside_end *ret_end, struct error *error)
{
    double end_s = clock_now_s() + beside->limit_s;
    struct sandbox_error fault;
    bool enough;

    for (*ret_end = ENDED_ITSELF;;) {
        int status = sandbox_program_wait(beside->program, 20, result, &fault);
        if (status == 0)
            return 0;
        if (status != -ETIMEDOUT)
            return error_from_sandbox(error, &fault);
        if ((status = look_beside(beside, &enough, error)) < 0)
            return status;
        if (clock_now_s() < end_s && (!enough || *ret_end != ENDED_ITSELF))
            continue;
        if (*ret_end != ENDED_ITSELF)
            return error_set(error, -EIO, "a test command does not end on SIGKILL");
        *ret_end = enough ? ENDED_ENOUGH : ENDED_LATE;
        end_s = clock_now_s() + 10;
        sandbox_program_signal(beside->program, SIGKILL, &fault);
    }
}

static int take_beside(struct beside *beside, const struct sandbox_result *result,
                       enum beside_end end, struct host_run *ret, struct error *error)
{
    struct host_run run = { .exit_status = end == ENDED_ITSELF ? result->exit_status : -1 };

    run.good = end == ENDED_ITSELF && result->outcome == SANDBOX_EXITED && result->exit_status == 0;
    if (end == ENDED_LATE)
        snprintf(run.reason, sizeof(run.reason), "took more than %.0f s", beside->limit_s);
    else if (end == ENDED_ENOUGH)
        snprintf(run.reason, sizeof(run.reason), "was ended, enough being known");
    else if (!run.good)
        host_say_end(result, beside->limit_s, run.reason, sizeof(run.reason));
    run.output = log_tail(beside->log, OUTPUT_TAIL_BYTES);
    if (!run.output)
        return no_memory(error);
    run.output_size = strlen(run.output);
    *ret = run;
    return 0;
}

int host_command_beside(struct host *host, const char *command, const char *const *extra,
                        double limit_s, const struct host_watch *watch, struct host_run *ret,
                        struct error *error)
{
    struct beside beside = { .watch = watch, .limit_s = limit_s };
    struct sandbox_result result = { 0 };
    struct sandbox_error fault;
    AUTO_CLOSE int output = -1;
    double start_s = clock_now_s();
    enum beside_end end;
    int status = log_new(&beside.log, &output, error);

    if (status < 0)
        return status;
    status = start_beside(host, command, extra, output, &beside.program, error);
    if (status == 0)
        status = wait_beside(&beside, &result, &end, error);
    if (status == 0) {
        close(steal_fd(&output));
        status = take_beside(&beside, &result, end, ret, error);
        ret->seconds = clock_now_s() - start_s;
        sandbox_result_clear(&result);
    }
    if (status == 0 && !host->program && sandbox_room_stop(host->room, &fault) < 0) {
        host_run_clear(ret);
        status = error_from_sandbox(error, &fault);
    }
    log_free(beside.log);
    return status;
}

/* ---- The service's life --------------------------------------------------------------------- */

int host_kill(struct host *host, struct error *error)
{
    struct sandbox_result result;
    struct sandbox_error fault;

    if (!host->program)
        return 0;
    if (sandbox_room_stop(host->room, &fault) < 0 ||
        sandbox_program_wait(host->program, 10000, &result, &fault) < 0)
        return error_from_sandbox(error, &fault);
    sandbox_result_clear(&result);
    host->program = NULL;
    return 0;
}

bool host_started(const struct host *host)
{
    return host->program != NULL;
}

bool host_running(struct host *host, char *reason, size_t reason_size)
{
    struct sandbox_result result;
    struct sandbox_error fault;

    if (!host->program) {
        snprintf(reason, reason_size, "was not started");
        return false;
    }
    int status = sandbox_program_wait(host->program, 0, &result, &fault);
    if (status == -ETIMEDOUT)
        return true;
    if (status < 0)
        snprintf(reason, reason_size, "cannot be watched: %.200s", fault.message);
    else
        host_say_end(&result, 0, reason, reason_size);
    if (status == 0)
        sandbox_result_clear(&result);
    sandbox_room_stop(host->room, &fault);
    host->program = NULL;
    return false;
}

static int launch(struct host *host, struct error *error)
{
    AUTO_CLOSE int output = -1;
    AUTO_FREE char *data = NULL;
    char directory[64], port[16];

    if (asprintf(&data, "DATA_DIR=/box/data/%u", host->data) < 0)
        return no_memory(error);
    snprintf(port, sizeof(port), "PORT=%d", HOST_PORT);
    snprintf(directory, sizeof(directory), "/box/%s", host->folder);
    const char *own[] = { port, data, NULL };
    AUTO_FREE const char **environment =
        host_environment(host, host->extra, host->bare ? NULL : own);
    if (!environment)
        return no_memory(error);
    log_free(host->log);
    host->log = NULL;
    int status = log_new(&host->log, &output, error);
    if (status == 0)
        status =
            start_shell(host, host->command, directory, environment,
                        host->config->memory_bytes + FILES_BYTES, output, &host->program, error);
    if (status == 0 && host->first_start_s == 0)
        host->first_start_s = clock_now_s();
    return status;
}

static int ask_health(struct host *host, struct exchange *exchange, struct error *error)
{
    struct client_run run = { 0 };

    *exchange = (struct exchange){
        .method = "GET", .target = "/healthz", .timeout_s = 2, .no_new_tries = true
    };
    return client_run(host->client, exchange, 1, &run, error);
}

static void say_not_ready(struct host *host, const struct exchange *last, double limit_s,
                          char *reason, size_t size)
{
    AUTO_FREE char *tail = host_log_tail(host, TAIL_BYTES);

    if (last->status)
        snprintf(reason, size, "GET /healthz answered %d, not 200, for %.0f s", last->status,
                 limit_s);
    else if (last->error == EXCHANGE_REFUSED)
        snprintf(reason, size,
                 "nothing listened on 127.0.0.1:%d (the variable PORT) for %.0f s; it has to "
                 "listen on PORT, on 127.0.0.1 or 0.0.0.0",
                 HOST_PORT, limit_s);
    else
        snprintf(reason, size, "GET /healthz had no answer (%s) for %.0f s",
                 exchange_error_name(last->error), limit_s);
    size_t used = strlen(reason);
    if (tail && *tail && used < size)
        snprintf(reason + used, size - used, "; its log ends with:\n%s", tail);
}

static void say_died(struct host *host, const char *how, char *reason, size_t size)
{
    AUTO_FREE char *tail = host_log_tail(host, TAIL_BYTES);

    snprintf(reason, size, "it %s before it was ready%s%s", how,
             tail && *tail ? "; its log ends with:\n" : "", tail ? tail : "");
}

static int wait_ready(struct host *host, double limit_s, double *ret_ready_s, char *reason,
                      size_t size, struct error *error)
{
    double start_s = clock_now_s();

    for (;;) {
        struct exchange exchange;
        char how[256];
        int status = ask_health(host, &exchange, error);
        if (status < 0)
            return status;
        bool ready = exchange.status == 200;
        bool late = clock_now_s() - start_s > limit_s;
        *ret_ready_s = clock_now_s() - start_s;
        if (!ready && !host_running(host, how, sizeof(how)))
            say_died(host, how, reason, size);
        else if (!ready && late)
            say_not_ready(host, &exchange, limit_s, reason, size);
        bool over = ready || late || *reason;
        exchange_clear(&exchange);
        if (over)
            return 0;
        usleep(15000);
    }
}

int host_start_again(struct host *host, double *ret_ready_s, char *reason, size_t reason_size,
                     struct error *error)
{
    *reason = '\0';
    int status = launch(host, error);

    if (status == 0)
        status = wait_ready(host, host->config->ready_s, ret_ready_s, reason, reason_size, error);
    if (status == 0 && *reason && host->program)
        status = host_kill(host, error);
    return status;
}

/* What is started from now on. */
static int set_command(struct host *host, const char *command, const char *const *extra, bool bare,
                       struct error *error)
{
    char *copy = strdup(command);
    size_t count = host_count_words(extra);
    const char **words = memory_alloc((count + 1) * sizeof(*words));

    if (!copy || !words) {
        free(copy);
        free(words);
        return no_memory(error);
    }
    for (size_t i = 0; extra && i < count; i++)
        words[i] = extra[i];
    words[count] = NULL;
    free(host->command);
    free(host->extra);
    host->command = copy;
    host->extra = words;
    host->bare = bare;
    return 0;
}

int host_start(struct host *host, const char *command, bool fresh, const char *const *extra,
               double *ret_ready_s, char *reason, size_t reason_size, struct error *error)
{
    char make[64];
    int status = set_command(host, command, extra, false, error);

    if (status == 0)
        status = host_kill(host, error);
    if (status == 0 && (fresh || host->data == 0)) {
        snprintf(make, sizeof(make), "rm -rf /box/data/%u; mkdir -p /box/data/%u /box/home",
                 host->data, host->data + 1);
        host->data++;
        status = host_own_command(host, make, error);
    }
    return status < 0 ? status : host_start_again(host, ret_ready_s, reason, reason_size, error);
}

int host_launch_bare(struct host *host, const char *command, struct error *error)
{
    int status = set_command(host, command, NULL, true, error);

    if (status == 0)
        status = host_kill(host, error);
    return status < 0 ? status : launch(host, error);
}

/* How many processes a shell in the room sees, itself included. */
int host_count_processes(struct host *host, int *ret, struct error *error)
{
    struct host_run run = { 0 };
    int status =
        host_command_beside(host, "set -- /proc/[0-9]*; exit $#", NULL, 10, NULL, &run, error);

    if (status == 0) {
        *ret = run.exit_status;
        host_run_clear(&run);
    }
    return status;
}

/* Whether something of the service still runs. The shell that started it may be gone, as SIGTERM
 * ends one at once; what it started may have closed its port and still be writing. */
static int is_left(struct host *host, bool *ret, struct error *error)
{
    int now, status = host_count_processes(host, &now, error);

    if (status == 0)
        *ret = now > host->processes;
    return status;
}

int host_stop(struct host *host, double limit_s, char *reason, size_t reason_size,
              struct error *error)
{
    double start_s = clock_now_s();
    struct sandbox_result result;
    struct sandbox_error fault;
    bool open = true;

    *reason = '\0';
    if (!host->program)
        return 0;
    int status = sandbox_program_signal(host->program, SIGTERM, &fault);
    if (status == 0 || status == -ESRCH)
        status = sandbox_program_wait(host->program, (int) (limit_s * 1000), &result, &fault);
    if (status == 0)
        sandbox_result_clear(&result);
    else if (status != -ETIMEDOUT)
        return error_from_sandbox(error, &fault);
    while (open) {
        if ((status = is_left(host, &open, error)) < 0)
            return status;
        if (open && clock_now_s() - start_s > limit_s) {
            snprintf(reason, reason_size, "it still ran %.0f s after SIGTERM", limit_s);
            break;
        }
        if (open)
            usleep(20000);
    }
    if (sandbox_room_stop(host->room, &fault) < 0)
        return error_from_sandbox(error, &fault);
    if (*reason && sandbox_program_wait(host->program, 5000, &result, &fault) == 0)
        sandbox_result_clear(&result);
    host->program = NULL;
    return 0;
}

/* ---- What it used and said ------------------------------------------------------------------ */

int host_usage(struct host *host, uint64_t *ret_cpu_ns, uint64_t *ret_memory_bytes,
               struct error *error)
{
    struct sandbox_usage usage;
    struct sandbox_error fault;

    if (sandbox_room_usage(host->room, &usage, &fault) < 0)
        return error_from_sandbox(error, &fault);
    *ret_cpu_ns = usage.cpu_ns;
    *ret_memory_bytes = usage.memory_bytes;
    return 0;
}

/* What cannot be read just then is no sample: what matters is asked for by host_usage(). */
void host_look(struct host *host)
{
    double at_s = clock_now_s() - host->first_start_s;
    struct sandbox_usage usage;
    struct sandbox_error fault;

    if (!host->program || !usage_is_due(&host->usage, at_s))
        return;
    if (sandbox_room_usage(host->room, &usage, &fault) == 0)
        usage_add(&host->usage, &(struct usage_sample){ at_s, usage.cpu_ns, usage.memory_now });
}

const struct usage *host_usage_series(const struct host *host)
{
    return &host->usage;
}

uint64_t host_syncs(struct host *host)
{
    return sandbox_room_syncs(host->room);
}

char *host_log_tail(struct host *host, size_t limit)
{
    return host->log ? log_tail(host->log, limit) : strdup("");
}
