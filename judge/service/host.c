/*
 * Theory of operation: one room holds the repository (/box/app), its home (/box/home) and the data
 * of its service (/box/data/N, a new N for each fresh start). Commands are sandbox_run()s that keep
 * files; the service is a program of the room, so that the judge can talk to it meanwhile. Killing
 * ends every process in the room, also those that left the service's process group.
 *
 * The room sees /usr and what the runtimes need of /etc, and no network but its own loopback; a
 * build may have a way out for as long as it runs.
 */
#include "judge/service/host_internal.h"

#include "judge/base/text.h"
#include "judge/service/files.h"

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
    OUTPUT_BYTES = 1 << 20,
    PROCESSES = 512,
    FIRST_PORT = 18080,
    PORTS = 8000,
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

static void look(void *context)
{
    host_look(context);
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
        status = host_count_processes(host, &host->processes, error);
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

size_t host_count_words(const char *const *words)
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
const char **host_environment(const struct host *host, const char *const *first,
                              const char *const *second)
{
    const char *const *configured = host->config->environment;
    size_t most = COUNT(common) + host_count_words(configured) + host_count_words(first) +
                  host_count_words(second) + 1;
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

void host_say_end(const struct sandbox_result *result, double limit_s, char *reason, size_t size)
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
        host_say_end(result, limit_s, run.reason, sizeof(run.reason));
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
    AUTO_FREE const char **environment = host_environment(host, extra, NULL);
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
                    .memory_bytes = HOST_BUILD_MEMORY,
                    .output_bytes = OUTPUT_BYTES,
                    .stack_bytes = 8 << 20,
                    .processes = PROCESSES,
                    .open_files = HOST_OPEN_FILES },
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
int host_own_command(struct host *host, const char *command, struct error *error)
{
    struct host_run run = { 0 };
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
        return host_own_command(host, "rm -rf /box/home/.cache /box/home/.npm /tmp/*", error);
    return host_own_command(
        host,
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
    int status = host_own_command(host, remove, error);
    return status < 0 ? status : files_each(directory, put_file, &copying, error);
}
