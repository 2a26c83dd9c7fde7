/*
 * Theory of operation: one room holds the repository (/box/app), its home (/box/home) and the data
 * of its service (/box/data/N, a new N for each fresh start). Commands are sandbox_run()s that keep
 * files; the service is a program of the room, so that the judge can talk to it meanwhile. Killing
 * ends every process in the room, also those that left the service's process group.
 *
 * The room sees /usr and what the runtimes need of /etc, and no network but its own loopback; a
 * build may have a way out for as long as it runs.
 */
#include "judge/service/host.h"

#include "judge/base/text.h"
#include "judge/service/files.h"
#include "judge/service/log.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    BINDS_MOST = 24,
    SCRATCH_BYTES = 1 << 30,
    SCRATCH_INODES = 100000,
    FILES_BYTES = 384 << 20, /* memory for what lies in /box, beside the service's own */
    BUILD_MEMORY = 2047u << 20,
    OUTPUT_BYTES = 1 << 20,
    PROCESSES = 512,
    SERVICE_PROCESSES = 3000, /* a thread for each of 1,000 connections, and a runtime's own */
    FIRST_PORT = 18080,
    PORTS = 8000,
    OPEN_FILES = 16384,
    TAIL_BYTES = 1500,
    OUTPUT_TAIL_BYTES = 64 << 10, /* kept of a command beside the service */
};

struct host {
    struct sandbox *sandbox;
    struct sandbox_room *room;
    struct client *client;
    struct arena *arena;
    const struct host_config *config;
    struct sandbox_program *program; /* the service; NULL: not started */
    struct log *log;
    const char *folder; /* of the service, below /box */
    char *command;
    const char **extra;   /* variables of the last start */
    unsigned ports;       /* given out so far */
    unsigned data;        /* which directory of data */
    double first_start_s; /* on client_clock(); 0: never started */
    struct usage usage;
    int processes; /* that a look at a room without a service sees: its own and init's */
};

void host_run_clear(struct host_run *run)
{
    free(run->output);
    *run = (struct host_run){ 0 };
}

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

static int count_processes(struct host *host, int *ret, struct error *error);
static void look(void *context);

/* ---- The room ------------------------------------------------------------------------------- */

static void add_bind(struct sandbox_bind *binds, size_t *count, const char *source)
{
    if (*count < BINDS_MOST)
        binds[(*count)++] = (struct sandbox_bind){ .source = source, .optional = true };
}

static int open_room(struct host *host, struct error *error)
{
    struct sandbox_bind binds[BINDS_MOST] = { 0 };
    struct sandbox_error fault;
    glob_t found = { 0 };
    size_t count = 0;

    add_bind(binds, &count, "/usr");
    add_bind(binds, &count, "/etc/alternatives");
    add_bind(binds, &count, "/etc/ld.so.cache");
    add_bind(binds, &count, "/etc/ssl/certs");
    add_bind(binds, &count, "/etc/mime.types");
    add_bind(binds, &count, "/etc/maven");
    if (glob("/etc/java-*", 0, NULL, &found) == 0)
        for (size_t i = 0; i < found.gl_pathc; i++)
            add_bind(binds, &count, found.gl_pathv[i]);
    struct sandbox_room_config config = {
        .profile = SANDBOX_PROFILE_OBSERVED,
        .binds = binds,
        .bind_count = count,
        .scratch_bytes = SCRATCH_BYTES,
        .scratch_inodes = SCRATCH_INODES,
        .loopback = true,
        .uplink = host->config->build_network,
    };
    int status = sandbox_room_open(host->sandbox, &config, &host->room, &fault);
    globfree(&found);
    return status < 0 ? error_from_sandbox(error, &fault) : 0;
}

struct copying {
    struct host *host;
    const char *folder;
};

static int put_file(void *context, const char *path, const void *data, size_t size, bool executable,
                    struct error *error)
{
    struct copying *copying = context;
    struct sandbox_error fault;
    AUTO_BUFFER struct buffer inside = { 0 };

    if (buffer_printf(&inside, "%s/%s", copying->folder, path) < 0)
        return no_memory(error);
    int status = sandbox_room_put(copying->host->room, inside.data, data, size,
                                  executable ? 0755 : 0644, &fault);
    return status < 0 ? error_from_sandbox(error, &fault) : 0;
}

int host_put(struct host *host, const char *folder, const char *path, const void *data, size_t size,
             struct error *error)
{
    struct copying copying = { host, folder };

    return put_file(&copying, path, data, size, false, error);
}

void host_serve_from(struct host *host, const char *folder)
{
    host->folder = folder;
}

int host_new(struct sandbox *sandbox, const struct host_config *config, struct host **ret,
             struct error *error)
{
    struct host *host = memory_alloc(sizeof(*host));

    if (!host)
        return no_memory(error);
    *host = (struct host){
        .sandbox = sandbox, .config = config, .arena = arena_new(), .folder = "app"
    };
    struct copying copying = { host, "app" };
    int status = host->arena ? open_room(host, error) : no_memory(error);
    if (status == 0)
        status = files_each(config->directory, put_file, &copying, error);
    if (status == 0)
        status = count_processes(host, &host->processes, error);
    if (status == 0)
        status = client_new(host->room, HOST_PORT, &host->client, error);
    if (status < 0) {
        host_free(host);
        return status;
    }
    client_watch(host->client, look, host);
    *ret = host;
    return 0;
}

void host_free(struct host *host)
{
    if (!host)
        return;
    client_free(host->client);
    sandbox_room_free(host->room);
    log_free(host->log);
    arena_free(host->arena);
    free(host->command);
    free(host->extra);
    free(host);
}

int host_next_port(struct host *host)
{
    return FIRST_PORT + (int) (host->ports++ % PORTS);
}

struct client *host_client(struct host *host)
{
    return host->client;
}

struct sandbox_room *host_room(struct host *host)
{
    return host->room;
}

/* ---- Commands ------------------------------------------------------------------------------- */

/* What every program gets. HOME is writable; package managers are told that there is no network. */
static const char *const common[] = {
    "PATH=/usr/local/bin:/usr/bin:/bin",
    "HOME=/box/home",
    "TMPDIR=/tmp",
    "LANG=C.UTF-8",
    "GOPROXY=off",
    "GOTOOLCHAIN=local",
    "GOPATH=/box/home/go",
    "GOCACHE=/box/home/.cache/go-build",
    "PYTHONDONTWRITEBYTECODE=1",
    "PYTHONUNBUFFERED=1",
    "PIP_NO_INDEX=1",
    "npm_config_offline=true",
    "npm_config_update_notifier=false",
    "CARGO_NET_OFFLINE=true",
};

static size_t count_words(const char *const *words)
{
    size_t count = 0;

    while (words && words[count])
        count++;
    return count;
}

/* Later ones win: a name that is there already is replaced. */
static void set_variable(const char **all, size_t *count, const char *variable)
{
    size_t name = strcspn(variable, "=") + 1;

    for (size_t i = 0; i < *count; i++) {
        if (!strncmp(all[i], variable, name)) {
            all[i] = variable;
            return;
        }
    }
    all[(*count)++] = variable;
}

/* The caller's: free(). NULL when memory is out. */
static const char **environment_of(const struct host *host, const char *const *first,
                                   const char *const *second)
{
    const char *const *configured = host->config->environment;
    size_t most =
        COUNT(common) + count_words(configured) + count_words(first) + count_words(second) + 1;
    const char **all = memory_alloc(most * sizeof(*all));
    size_t count = 0;

    if (!all)
        return NULL;
    for (size_t i = 0; i < COUNT(common); i++)
        all[count++] = common[i];
    for (; configured && *configured; configured++)
        set_variable(all, &count, *configured);
    for (; first && *first; first++)
        set_variable(all, &count, *first);
    for (; second && *second; second++)
        set_variable(all, &count, *second);
    all[count] = NULL;
    return all;
}

static void say_end(const struct sandbox_result *result, double limit_s, char *reason, size_t size)
{
    switch (result->outcome) {
    case SANDBOX_EXITED:
        snprintf(reason, size, "exited with %d", result->exit_status);
        break;
    case SANDBOX_SIGNALLED:
        snprintf(reason, size, "was ended by signal %d (%s)", result->signal,
                 strsignal(result->signal));
        break;
    case SANDBOX_CPU_LIMIT:
    case SANDBOX_WALL_LIMIT:
        snprintf(reason, size, "took more than %.0f s", limit_s);
        break;
    case SANDBOX_MEMORY_LIMIT:
        snprintf(reason, size, "needed more memory than it may have");
        break;
    case SANDBOX_OUTPUT_LIMIT:
        snprintf(reason, size, "wrote too much output");
        break;
    case SANDBOX_FORBIDDEN_CALL:
        snprintf(reason, size, "made the system call %s, which the sandbox forbids", result->call);
        break;
    default:
        snprintf(reason, size, "did not start: %.200s", result->reason);
    }
}

static int take_run(const struct sandbox_result *result, double limit_s, struct host_run *ret,
                    struct error *error)
{
    AUTO_BUFFER struct buffer both = { 0 };
    struct host_run run = { .exit_status = result->exit_status,
                            .seconds = (double) result->wall_ns / 1e9 };

    run.good = result->outcome == SANDBOX_EXITED && result->exit_status == 0;
    if (!run.good)
        say_end(result, limit_s, run.reason, sizeof(run.reason));
    if (buffer_append(&both, result->output ? result->output : "", result->output_size) < 0 ||
        buffer_append(&both, result->error ? result->error : "", result->error_size) < 0)
        return no_memory(error);
    run.output = text_harmless(both.data ? both.data : "", both.size, (size_t) 4 * OUTPUT_BYTES);
    if (!run.output)
        return no_memory(error);
    run.output_size = strlen(run.output);
    *ret = run;
    return 0;
}

/* `input` and `output` are borrowed; -1: none, and captured. */
static int run_command(struct host *host, const char *folder, const char *command,
                       const char *const *extra, double limit_s, int input, int output,
                       struct host_run *ret, struct error *error)
{
    const char *arguments[] = { "/bin/sh", "-c", command, NULL };
    char directory[64];
    AUTO_FREE const char **environment = environment_of(host, extra, NULL);
    struct sandbox_result result;
    struct sandbox_error fault;

    if (!environment)
        return no_memory(error);
    snprintf(directory, sizeof(directory), "/box/%s", folder);
    struct sandbox_run run = {
        .arguments = arguments,
        .environment = environment,
        .directory = directory,
        .limits = { .cpu_ns = (uint64_t) (limit_s * 2e9),
                    .wall_ns = (uint64_t) (limit_s * 1e9),
                    .memory_bytes = BUILD_MEMORY,
                    .output_bytes = OUTPUT_BYTES,
                    .stack_bytes = 8 << 20,
                    .processes = PROCESSES,
                    .open_files = OPEN_FILES },
        .input_fd = input,
        .output_fd = output,
        .error_fd = -1,
        .error_keep_bytes = OUTPUT_BYTES,
        .keep_files = true,
    };
    if (sandbox_run(host->room, &run, &result, &fault) < 0)
        return error_from_sandbox(error, &fault);
    int status = take_run(&result, limit_s, ret, error);
    sandbox_result_clear(&result);
    return status;
}

int host_command(struct host *host, const char *folder, const char *command,
                 const char *const *extra, double limit_s, struct host_run *ret,
                 struct error *error)
{
    return run_command(host, folder, command, extra, limit_s, -1, -1, ret, error);
}

/* Package managers are told that there is a network, in their own words. */
static const char *const online[] = {
    "GOPROXY=https://proxy.golang.org,direct",
    "PIP_NO_INDEX=0",
    "npm_config_offline=false",
    "CARGO_NET_OFFLINE=false",
    NULL,
};

int host_build(struct host *host, const char *folder, const char *command, double limit_s,
               struct host_run *ret, struct error *error)
{
    struct sandbox_uplink *uplink = NULL;
    struct sandbox_error fault;

    if (!host->config->build_network)
        return host_command(host, folder, command, NULL, limit_s, ret, error);
    if (sandbox_uplink_start(host->room, &uplink, &fault) < 0)
        return error_from_sandbox(error, &fault);
    int status = host_command(host, folder, command, online, limit_s, ret, error);
    sandbox_uplink_end(uplink);
    return status;
}

/* For the judge's own small commands, which do not fail. */
static int own_command(struct host *host, const char *command, struct error *error)
{
    struct host_run run;
    int status = host_command(host, "app", command, NULL, 30, &run, error);

    if (status < 0)
        return status;
    if (!run.good)
        error_set(error, status = -EIO, "'%s' %s in the room", command, run.reason);
    host_run_clear(&run);
    return status;
}

int host_drop_caches(struct host *host, struct error *error)
{
    if (host->config->build_network)
        return own_command(host, "rm -rf /box/home/.cache /box/home/.npm /tmp/*", error);
    return own_command(host,
                       "mkdir -p /box/home && chmod -R u+w /box/home && rm -rf /box/home /tmp/* && "
                       "mkdir -p /box/home",
                       error);
}

/* ---- From one room to another --------------------------------------------------------------- */

int host_save_home(struct host *host, int *ret_fd, struct error *error)
{
    /* Sparse files can be larger than all room there is: head(1) bounds what comes. */
    static const char command[] =
        "[ -d /box/home ] && tar -C /box/home -cf - . | head -c 700000000";
    const char *directory = getenv("TMPDIR");
    AUTO_CLOSE int fd =
        open(directory ? directory : "/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, (mode_t) 0600);
    struct host_run run = { 0 };

    *ret_fd = -1;
    if (fd < 0)
        return 0; /* a file system without such files: the caches are made again */
    int status = run_command(host, "app", command, NULL, 60, -1, fd, &run, error);
    if (status == 0 && run.good)
        *ret_fd = steal_fd(&fd);
    host_run_clear(&run);
    return status;
}

int host_load_home(struct host *host, int fd, struct error *error)
{
    struct host_run run = { 0 };

    if (lseek(fd, 0, SEEK_SET) < 0)
        return error_set(error, -errno, "the caches of the build: %s", strerror(errno));
    int status = run_command(host, "app", "mkdir -p /box/home && tar -C /box/home -xf -", NULL, 60,
                             fd, -1, &run, error);
    bool good = run.good;
    host_run_clear(&run);
    return status < 0 || good ? status : host_drop_caches(host, error);
}

int host_add(struct host *host, const char *directory, const char *folder, struct error *error)
{
    struct copying copying = { host, folder };
    char remove[128];

    snprintf(remove, sizeof(remove), "rm -rf /box/%s", folder);
    int status = own_command(host, remove, error);
    return status < 0 ? status : files_each(directory, put_file, &copying, error);
}

/* ---- A command beside the service ----------------------------------------------------------- */

static int start_beside(struct host *host, const char *command, const char *const *extra,
                        int output, struct sandbox_program **ret, struct error *error)
{
    const char *arguments[] = { "/bin/sh", "-c", command, NULL };
    AUTO_FREE const char **environment = environment_of(host, extra, NULL);
    struct sandbox_error fault;

    if (!environment)
        return no_memory(error);
    struct sandbox_run run = {
        .arguments = arguments,
        .environment = environment,
        .directory = "/box/app",
        .limits = { .memory_bytes = BUILD_MEMORY,
                    .stack_bytes = 8 << 20,
                    .processes = SERVICE_PROCESSES,
                    .open_files = OPEN_FILES },
        .input_fd = -1,
        .output_fd = output,
        .error_fd = output,
        .keep_files = true,
    };
    int status = sandbox_program_start(host->room, &run, ret, &fault);
    return status < 0 ? error_from_sandbox(error, &fault) : 0;
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
    if (status < 0 || !watch || !watch->enough || client_clock() < beside->next_look_s)
        return status;
    AUTO_FREE char *output = log_tail(beside->log, OUTPUT_TAIL_BYTES);
    if (!output)
        return no_memory(error);
    *ret_enough = watch->enough(watch->context, output);
    beside->next_look_s = client_clock() + 0.1;
    return 0;
}

/* Waits for its end, or ends it. */
static int wait_beside(struct beside *beside, struct sandbox_result *result,
                       enum beside_end *ret_end, struct error *error)
{
    double end_s = client_clock() + beside->limit_s;
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
        if (client_clock() < end_s && (!enough || *ret_end != ENDED_ITSELF))
            continue;
        if (*ret_end != ENDED_ITSELF)
            return error_set(error, -EIO, "a test command does not end on SIGKILL");
        *ret_end = enough ? ENDED_ENOUGH : ENDED_LATE;
        end_s = client_clock() + 10;
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
        say_end(result, beside->limit_s, run.reason, sizeof(run.reason));
    usleep(2000); /* for the log's thread to read what is left in the pipe */
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
    double start_s = client_clock();
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
        ret->seconds = client_clock() - start_s;
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
        say_end(&result, 0, reason, reason_size);
    if (status == 0)
        sandbox_result_clear(&result);
    sandbox_room_stop(host->room, &fault);
    host->program = NULL;
    return false;
}

static int launch(struct host *host, struct error *error)
{
    AUTO_CLOSE int output = -1;
    struct sandbox_error fault;
    AUTO_FREE char *data = NULL;
    static const char port[] = "PORT=8080";
    char directory[64];

    if (asprintf(&data, "DATA_DIR=/box/data/%u", host->data) < 0)
        return no_memory(error);
    snprintf(directory, sizeof(directory), "/box/%s", host->folder);
    const char *own[] = { port, data, NULL };
    const char *arguments[] = { "/bin/sh", "-c", host->command, NULL };
    AUTO_FREE const char **environment = environment_of(host, host->extra, own);
    if (!environment)
        return no_memory(error);
    log_free(host->log);
    host->log = NULL;
    int status = log_new(&host->log, &output, error);
    if (status < 0)
        return status;
    struct sandbox_run run = {
        .arguments = arguments,
        .environment = environment,
        .directory = directory,
        .limits = { .memory_bytes = host->config->memory_bytes + FILES_BYTES,
                    .stack_bytes = 8 << 20,
                    .processes = SERVICE_PROCESSES,
                    .open_files = OPEN_FILES },
        .input_fd = -1,
        .output_fd = output,
        .error_fd = output,
        .keep_files = true,
    };
    if (sandbox_program_start(host->room, &run, &host->program, &fault) < 0)
        return error_from_sandbox(error, &fault);
    if (host->first_start_s == 0)
        host->first_start_s = client_clock();
    return 0;
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
    double start_s = client_clock();

    for (;;) {
        struct exchange exchange;
        char how[256];
        int status = ask_health(host, &exchange, error);
        if (status < 0)
            return status;
        bool ready = exchange.status == 200;
        bool late = client_clock() - start_s > limit_s;
        *ret_ready_s = client_clock() - start_s;
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

int host_start(struct host *host, const char *command, bool fresh, const char *const *extra,
               double *ret_ready_s, char *reason, size_t reason_size, struct error *error)
{
    char make[64];
    char *copy = strdup(command);
    size_t count = count_words(extra);
    const char **words = memory_alloc((count + 1) * sizeof(*words));

    if (!copy || !words) {
        free(copy);
        free(words);
        return no_memory(error);
    }
    for (size_t i = 0; i < count; i++)
        words[i] = extra[i];
    words[count] = NULL;
    free(host->command);
    free(host->extra);
    host->command = copy;
    host->extra = words;
    int status = host_kill(host, error);
    if (status == 0 && (fresh || host->data == 0)) {
        snprintf(make, sizeof(make), "rm -rf /box/data/%u; mkdir -p /box/data/%u /box/home",
                 host->data, host->data + 1);
        host->data++;
        status = own_command(host, make, error);
    }
    return status < 0 ? status : host_start_again(host, ret_ready_s, reason, reason_size, error);
}

/* How many processes a shell in the room sees, itself included. */
static int count_processes(struct host *host, int *ret, struct error *error)
{
    struct host_run run;
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
    int now, status = count_processes(host, &now, error);

    if (status == 0)
        *ret = now > host->processes;
    return status;
}

int host_stop(struct host *host, double limit_s, char *reason, size_t reason_size,
              struct error *error)
{
    double start_s = client_clock();
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
        if (open && client_clock() - start_s > limit_s) {
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
    struct sandbox_error fault;

    if (sandbox_room_usage(host->room, ret_cpu_ns, ret_memory_bytes, &fault) < 0)
        return error_from_sandbox(error, &fault);
    return 0;
}

/* What cannot be read just then is no sample: what matters is asked for by host_usage(). */
void host_look(struct host *host)
{
    struct usage_sample sample = { .at_s = client_clock() - host->first_start_s };
    struct sandbox_error fault;
    uint64_t peak;

    if (!host->program || !usage_is_due(&host->usage, sample.at_s))
        return;
    if (sandbox_room_usage(host->room, &sample.cpu_ns, &peak, &fault) == 0 &&
        sandbox_room_memory_now(host->room, &sample.memory_bytes, &fault) == 0)
        usage_add(&host->usage, &sample);
}

static void look(void *context)
{
    host_look(context);
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
