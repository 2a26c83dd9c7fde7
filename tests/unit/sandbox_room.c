/*
 * Rooms: what a program finds in one, what is left of it afterwards, files in and out, pairs,
 * long-lived programs, and the judge's death. Limits are tested in sandbox_limits.c.
 */
#include "sandbox/sandbox.h"
#include "tests/unit/unit.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct sandbox *sandbox;
static struct sandbox_room *room;
static struct sandbox_error error;

static const struct sandbox_bind binds[] = {
    { .source = "/usr" },
    { .source = "/etc/alternatives", .optional = true },
};

static struct sandbox_room *open_room(enum sandbox_profile profile, bool loopback)
{
    struct sandbox_room_config config = {
        .profile = profile, .binds = binds, .bind_count = 2, .loopback = loopback
    };
    struct sandbox_room *opened = NULL;

    ck_assert_msg(sandbox_room_open(sandbox, &config, &opened, &error) == 0, "%s (%s)",
                  error.message, error.remedy);
    return opened;
}

static void set_up(void)
{
    ck_assert_msg(sandbox_open(NULL, &sandbox, &error) == 0, "%s (%s)", error.message,
                  error.remedy);
    room = open_room(SANDBOX_PROFILE_COMPILER, false);
}

static void tear_down(void)
{
    sandbox_room_free(room);
    sandbox_close(sandbox);
}

static struct sandbox_run shell_run(const char *const *arguments)
{
    return (struct sandbox_run){
        .arguments = arguments,
        .input_fd = -1,
        .output_fd = -1,
        .error_fd = -1,
        .limits = { .cpu_ns = 5000000000u * (uint64_t) unit_slowness(),
                    .wall_ns = 10000000000u * (uint64_t) unit_slowness(),
                    .memory_bytes = 256 << 20 },
    };
}

/* Runs a shell script; its stdout must be `expected`. */
static void expect_with(const char *script, bool keep_files, const char *expected)
{
    const char *arguments[] = { "/bin/sh", "-c", script, NULL };
    struct sandbox_run run = shell_run(arguments);
    struct sandbox_result result;

    run.keep_files = keep_files;
    ck_assert_msg(sandbox_run(room, &run, &result, &error) == 0, "%s", error.message);
    ck_assert_msg(result.outcome == SANDBOX_EXITED, "%s: %s %s", script,
                  sandbox_outcome_name(result.outcome), result.call);
    ck_assert_str_eq(result.output ? result.output : "", expected);
    sandbox_result_clear(&result);
}

static void expect(const char *script, const char *expected)
{
    expect_with(script, false, expected);
}

/* A room that is used again, in which the starter bears the programs: see init_starter.c. */
static void set_up_used(void)
{
    set_up();
    expect("", "");
    expect("", "");
}

START_TEST(a_program_is_nobody_without_capabilities_and_cannot_gain_any)
{
    expect("id -u; id -g", "1000\n1000\n");
    if (geteuid() == 0)
        expect("grep -c 'Groups:.*[0-9]' /proc/self/status", "0\n");
    else /* the kernel lets nobody drop groups in a user namespace of a plain user's */
        expect("grep '^Groups:' /proc/self/status | grep -vE -c '^Groups:( |\t|1000|65534)*$'",
               "0\n");
    expect("grep -E '^Cap(Inh|Prm|Eff|Bnd|Amb)' /proc/self/status | grep -vc '0000000000000000$'",
           "0\n");
    expect("grep -E '^(NoNewPrivs|Seccomp):' /proc/self/status | tr '\\t' ' '",
           "NoNewPrivs: 1\nSeccomp: 2\n");
}
END_TEST

START_TEST(a_program_sees_only_its_own_processes)
{
    expect("ls /proc | sed 's/^[0-9]*$/N/' | sort -u | tr '\\n' ' '", "N self thread-self ");
    expect("set -- /proc/[0-9]*; echo $#", "1\n");
    expect("test -e /proc/1/cmdline && echo seen; test -e /proc/sys && echo seen; true", "");
}
END_TEST

START_TEST(a_program_inherits_no_descriptor_and_no_environment)
{
    int secret = open("/etc/passwd", O_RDONLY); /* without close-on-exec, on purpose */

    setenv("ASSAY_TEST_SECRET", "1", 1);
    expect("ls /proc/self/fd | tr '\\n' ' '", "0 1 2 3 "); /* 3 is ls's own, on the directory */
    expect("env | grep -c SECRET", "0\n");
    close(secret);
}
END_TEST

START_TEST(a_program_can_write_only_to_its_scratch)
{
    expect("for d in / /usr /etc /dev /proc /box /tmp /dev/shm; do "
           "touch $d/x 2>/dev/null && echo $d; done; true",
           "/box\n/tmp\n/dev/shm\n");
}
END_TEST

START_TEST(nothing_of_a_run_is_left_for_the_next)
{
    expect("echo a > /box/a; echo b > /tmp/b; echo c > /dev/shm/c; mkdir /box/d; chmod 700 /box/d; "
           "(setsid sleep 50 >/dev/null 2>&1 &); echo done",
           "done\n");
    expect("find /box /tmp /dev/shm -mindepth 1; ls /proc | grep -c '^[0-9]'", "3\n");
}
END_TEST

START_TEST(an_empty_file_made_and_removed_is_noticed_too)
{
    usleep(20000); /* another clock tick than the one in which the scratch was made */
    expect("touch /box/a; rm /box/a; stat -c %Y.%y /box > /dev/null", "");
    expect("find /box -mindepth 1; stat -c %a /box", "1777\n");
}
END_TEST

START_TEST(kept_files_are_there_in_the_next_run)
{
    expect("echo kept > /box/a", "");
    expect_with("cat /box/a", true, "kept\n");
    expect("cat /box/a 2>/dev/null; true", "");
}
END_TEST

START_TEST(a_file_that_was_put_belongs_to_the_program)
{
    ck_assert_int_eq(sandbox_room_put(room, "dir/in.txt", "hello\n", 6, 0640, &error), 0);
    expect_with("cat dir/in.txt; stat -c '%u %a' dir/in.txt; echo more >> dir/in.txt && echo ok",
                true, "hello\n1000 640\nok\n");
}
END_TEST

START_TEST(a_path_that_leads_out_of_the_box_is_refused)
{
    static const char *const paths[] = { "/etc/passwd", "../x", "a/../../x", "", "a//b", "./a" };

    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        int fd = -1;
        ck_assert_int_eq(sandbox_room_put(room, paths[i], "", 0, 0600, &error), -EINVAL);
        ck_assert_int_eq(sandbox_room_collect(room, paths[i], 1 << 20, &fd, &error), -EINVAL);
    }
}
END_TEST

START_TEST(only_regular_files_beneath_the_box_are_collected)
{
    static const struct {
        const char *path;
        int status;
    } cases[] = {
        { "plain", 0 },          { "link", -ELOOP },  { "dirlink/plain", -ELOOP },
        { "up/passwd", -ELOOP }, { "fifo", -EINVAL }, { "dir", -EINVAL },
        { "missing", -ENOENT },  { "large", -EFBIG }, { "dir/inner", 0 },
    };

    expect("echo x > plain; ln -s plain link; mkdir dir; echo y > dir/inner; ln -s dir dirlink; "
           "ln -s /etc up; mkfifo fifo; head -c 2000 /dev/zero > large",
           "");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int fd = -1;
        int status = sandbox_room_collect(room, cases[i].path, 1000, &fd, &error);
        ck_assert_msg(status == cases[i].status, "%s: %d %s", cases[i].path, status, error.message);
        ck_assert_int_eq(fd >= 0, status == 0);
        if (fd >= 0)
            close(fd);
    }
}
END_TEST

static int count_visit(void *context, const char *path, int fd, uint64_t size)
{
    struct stat status;

    ck_assert_int_eq(fstat(fd, &status), 0);
    ck_assert(S_ISREG(status.st_mode));
    ck_assert_uint_eq((uint64_t) status.st_size, size);
    ck_assert_ptr_null(strstr(path, "link"));
    ++*(int *) context;
    return 0;
}

START_TEST(each_file_is_visited_and_no_link_followed)
{
    int count = 0;

    expect("mkdir -p a/b; echo 1 > a/b/one; echo 2 > two; ln -s /usr link; ln -s two link2; "
           "mkfifo f",
           "");
    ck_assert_int_eq(sandbox_room_each_file(room, ".", count_visit, &count, &error), 0);
    ck_assert_int_eq(count, 2);
    ck_assert_int_eq(sandbox_room_each_file(room, "a", count_visit, &count, &error), 0);
    ck_assert_int_eq(count, 3);
}
END_TEST

START_TEST(stdin_cannot_be_written_or_kept)
{
    const char *arguments[] = { "/bin/sh", "-c",
                                "cat; echo evil 2>/dev/null >> /proc/self/fd/0 || echo refused",
                                NULL };
    struct sandbox_run run = shell_run(arguments);
    struct sandbox_result result;

    ck_assert_int_eq(sandbox_seal_bytes("input\n", 6, &run.input_fd, &error), 0);
    ck_assert_int_eq(sandbox_run(room, &run, &result, &error), 0);
    ck_assert_str_eq(result.output, "input\nrefused\n");
    sandbox_result_clear(&result);
    close(run.input_fd);
}
END_TEST

/* Offset and flags of a descriptor are whoever's who has a copy. */
START_TEST(a_renewed_stdin_says_nothing_of_the_run_before)
{
    const char *arguments[] = {
        "/usr/bin/python3", "-c",
        "import fcntl, os\n"
        "print(fcntl.fcntl(0, fcntl.F_GETFL) & os.O_NONBLOCK != 0, os.read(0, 9))\n"
        "fcntl.fcntl(0, fcntl.F_SETFL, os.O_NONBLOCK)\n",
        NULL
    };
    static const char *const outputs[] = { "False b'input'\n", "True b''\n", "False b'input'\n" };
    struct sandbox_run run = shell_run(arguments);
    struct sandbox_result result;

    ck_assert_int_eq(sandbox_seal_bytes("input", 5, &run.input_fd, &error), 0);
    for (size_t i = 0; i < 3; i++) {
        if (i == 2)
            ck_assert_int_eq(sandbox_seal_renew(&run.input_fd, &error), 0);
        ck_assert_int_eq(sandbox_run(room, &run, &result, &error), 0);
        ck_assert_str_eq(result.output, outputs[i]);
        sandbox_result_clear(&result);
    }
    close(run.input_fd);
}
END_TEST

START_TEST(extra_descriptors_arrive_at_their_numbers)
{
    const char *arguments[] = { "/bin/sh", "-c", "cat /dev/fd/10 /dev/fd/11", NULL };
    struct sandbox_run run = shell_run(arguments);
    struct sandbox_descriptor descriptors[2] = { { .number = 10 }, { .number = 11 } };
    struct sandbox_result result;

    ck_assert_int_eq(sandbox_seal_bytes("in ", 3, &descriptors[0].fd, &error), 0);
    ck_assert_int_eq(sandbox_seal_bytes("ans", 3, &descriptors[1].fd, &error), 0);
    run.descriptors = descriptors;
    run.descriptor_count = 2;
    ck_assert_int_eq(sandbox_run(room, &run, &result, &error), 0);
    ck_assert_str_eq(result.output, "in ans");
    sandbox_result_clear(&result);
}
END_TEST

START_TEST(a_program_that_cannot_start_says_why)
{
    const char *arguments[] = { "/box/nothing", NULL };
    struct sandbox_run run = shell_run(arguments);
    struct sandbox_result result;

    ck_assert_int_eq(sandbox_run(room, &run, &result, &error), 0);
    ck_assert_int_eq(result.outcome, SANDBOX_FAILED_TO_START);
    ck_assert_ptr_nonnull(strstr(result.reason, "/box/nothing"));
    sandbox_result_clear(&result);
    expect("echo still works", "still works\n");
}
END_TEST

/* Runs two shell commands, each with its standard streams at the other's. */
static void run_pair(const char *left, const char *right, struct sandbox_result results[2])
{
    const char *commands[2][4] = { { "/bin/sh", "-c", left, NULL },
                                   { "/bin/sh", "-c", right, NULL } };
    struct sandbox_room *other = open_room(SANDBOX_PROFILE_COMPILER, false);
    struct sandbox_run runs[2] = { shell_run(commands[0]), shell_run(commands[1]) };
    int there[2], back[2];

    ck_assert_int_eq(pipe2(there, O_CLOEXEC), 0);
    ck_assert_int_eq(pipe2(back, O_CLOEXEC), 0);
    runs[0].output_fd = there[1];
    runs[1].input_fd = there[0];
    runs[1].output_fd = back[1];
    runs[0].input_fd = back[0];
    int of_left[] = { back[0], there[1] }, of_right[] = { there[0], back[1] };
    struct sandbox_job jobs[2] = {
        { room, &runs[0], &results[0], .close_fds = of_left, .close_count = 2 },
        { other, &runs[1], &results[1], .close_fds = of_right, .close_count = 2 },
    };
    ck_assert_int_eq(sandbox_run_together(jobs, 2, &error), 0);
    ck_assert_int_eq(of_left[0], -1);
    ck_assert_int_eq(of_right[1], -1);
    sandbox_room_free(other);
}

static void clear_pair(struct sandbox_result results[2])
{
    sandbox_result_clear(&results[0]);
    sandbox_result_clear(&results[1]);
}

START_TEST(a_pair_talks_through_pipes_and_is_measured_apart)
{
    struct sandbox_result results[2];

    run_pair("i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo ping; read x; "
             "[ \"$x\" = pong ]",
             "read x; [ \"$x\" = ping ] && echo pong", results);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(results[i].outcome, SANDBOX_EXITED);
        ck_assert_int_eq(results[i].exit_status, 0);
    }
    ck_assert_uint_gt(results[0].cpu_ns, 3 * results[1].cpu_ns);
    clear_pair(results);
}
END_TEST

/* Whatever the scheduler does: who only reacted is never noted first. */
START_TEST(the_cause_of_the_others_end_is_noted_first)
{
    for (int i = 0; i < 20; i++) {
        struct sandbox_result results[2];

        run_pair("exit 1", "read x; exit 2", results);
        ck_assert_int_eq(results[0].exit_status, 1);
        ck_assert_int_eq(results[1].exit_status, 2);
        ck_assert_uint_lt(results[0].end_ns, results[1].end_ns);
        clear_pair(results);
        run_pair("while echo; do :; done", "read x; exit 2", results);
        ck_assert_int_eq(results[0].signal, SIGPIPE);
        ck_assert_uint_gt(results[0].end_ns, results[1].end_ns);
        clear_pair(results);
    }
}
END_TEST

START_TEST(grace_ends_the_other_side_of_a_pair)
{
    const char *quick[] = { "/bin/true", NULL };
    const char *slow[] = { "/bin/sleep", "60", NULL };
    struct sandbox_room *other = open_room(SANDBOX_PROFILE_COMPILER, false);
    struct sandbox_run runs[2] = { shell_run(quick), shell_run(slow) };
    struct sandbox_result results[2];
    struct sandbox_job jobs[2] = {
        { .room = room, .run = &runs[0], .result = &results[0], .grace_ns = 100000000 },
        { .room = other, .run = &runs[1], .result = &results[1] },
    };

    ck_assert_int_eq(sandbox_run_together(jobs, 2, &error), 0);
    ck_assert_int_eq(results[0].outcome, SANDBOX_EXITED);
    ck_assert_int_eq(results[1].outcome, SANDBOX_WALL_LIMIT);
    ck_assert_uint_lt(results[1].wall_ns, 3000000000u * (uint64_t) unit_slowness());
    sandbox_result_clear(&results[0]);
    sandbox_result_clear(&results[1]);
    sandbox_room_free(other);
}
END_TEST

static const char server_source[] =
    "import signal, socket, sys\n"
    "signal.signal(signal.SIGTERM, lambda *a: sys.exit(7))\n"
    "s = socket.socket(); s.bind(('127.0.0.1', 8080)); s.listen(5)\n"
    "s.settimeout(0.1)\n" /* a signal just before accept() is only handled behind it */
    "while True:\n"
    "    try: c, _ = s.accept()\n"
    "    except TimeoutError: continue\n"
    "    c.sendall(b'hello from the room'); c.close()\n";

static void connect_in_room(struct sandbox_room *service, char *answer, size_t size)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_port = htons(8080),
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    ssize_t got = -1;

    for (int i = 0; i < 100 && got <= 0; i++) {
        int fd = -1;
        ck_assert_int_eq(sandbox_room_socket(service, AF_INET, SOCK_STREAM, 0, &fd, &error), 0);
        if (connect(fd, (struct sockaddr *) &address, sizeof(address)) == 0)
            got = read(fd, answer, size - 1);
        close(fd);
        if (got <= 0)
            usleep(50000);
    }
    ck_assert_int_gt(got, 0);
    answer[got] = '\0';
}

START_TEST(a_service_is_started_reached_signalled_and_waited_for)
{
    struct sandbox_room *service = open_room(SANDBOX_PROFILE_SERVICE, true);
    const char *arguments[] = { "/usr/bin/python3", "-c", server_source, NULL };
    struct sandbox_run run = shell_run(arguments);
    struct sandbox_program *program;
    struct sandbox_result result;
    char answer[64];

    ck_assert_msg(sandbox_program_start(service, &run, &program, &error) == 0, "%s", error.message);
    connect_in_room(service, answer, sizeof(answer));
    ck_assert_str_eq(answer, "hello from the room");
    ck_assert_int_eq(sandbox_program_wait(program, 0, &result, &error), -ETIMEDOUT);
    ck_assert_int_eq(sandbox_program_signal(program, SIGTERM, &error), 0);
    ck_assert_int_eq(sandbox_program_wait(program, 5000, &result, &error), 0);
    ck_assert_int_eq(result.outcome, SANDBOX_EXITED);
    ck_assert_int_eq(result.exit_status, 7);
    ck_assert_int_eq(sandbox_program_signal(program, SIGTERM, &error), -ESRCH);
    sandbox_room_free(service);
}
END_TEST

START_TEST(a_rooms_network_is_its_own)
{
    struct sandbox_room *service = open_room(SANDBOX_PROFILE_SERVICE, true);
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t length = sizeof(address);
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int inside = -1;

    ck_assert_int_eq(bind(listener, (struct sockaddr *) &address, sizeof(address)), 0);
    ck_assert_int_eq(listen(listener, 1), 0);
    ck_assert_int_eq(getsockname(listener, (struct sockaddr *) &address, &length), 0);
    int outside = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    /* The control: the listener can be reached from the host. */
    ck_assert_int_eq(connect(outside, (struct sockaddr *) &address, length), 0);
    ck_assert_int_eq(sandbox_room_socket(service, AF_INET, SOCK_STREAM, 0, &inside, &error), 0);
    ck_assert_int_eq(connect(inside, (struct sockaddr *) &address, length), -1);
    ck_assert_int_eq(errno, ECONNREFUSED);
    close(inside);
    close(outside);
    close(listener);
    sandbox_room_free(service);
}
END_TEST

START_TEST(several_programs_share_a_room_and_stop_together)
{
    const char *arguments[] = { "/bin/sleep", "100", NULL };
    struct sandbox_run run = shell_run(arguments);
    struct sandbox_program *programs[3];
    struct sandbox_result result;

    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(sandbox_program_start(room, &run, &programs[i], &error), 0);
    ck_assert_int_eq(sandbox_program_signal(programs[1], SIGKILL, &error), 0);
    ck_assert_int_eq(sandbox_program_wait(programs[1], 5000, &result, &error), 0);
    ck_assert_int_eq(result.signal, SIGKILL);
    ck_assert_int_eq(sandbox_program_wait(programs[0], 0, &result, &error), -ETIMEDOUT);
    ck_assert_int_eq(sandbox_room_stop(room, &error), 0);
    ck_assert_int_eq(sandbox_program_wait(programs[0], 0, &result, &error), 0);
    ck_assert_int_eq(sandbox_program_wait(programs[2], 0, &result, &error), 0);
}
END_TEST

START_TEST(a_forbidden_call_is_named)
{
    const char *arguments[] = { "/usr/bin/unshare", "--user", "/bin/true", NULL };
    struct sandbox_run run = shell_run(arguments);
    struct sandbox_result result;

    ck_assert_int_eq(sandbox_run(room, &run, &result, &error), 0);
    ck_assert_int_eq(result.outcome, SANDBOX_FORBIDDEN_CALL);
    ck_assert_str_eq(result.call, "unshare");
    sandbox_result_clear(&result);
}
END_TEST

/* The judge is a child of ours; the program it runs holds a pipe open as long as it lives. */
START_TEST(a_killed_judge_leaves_no_program_behind)
{
    int alive[2];
    char byte;

    ck_assert_int_eq(pipe2(alive, O_CLOEXEC), 0);
    pid_t judge = fork();
    if (judge == 0) {
        const char *arguments[] = { "/bin/sh", "-c", "(setsid sleep 100 &); sleep 100", NULL };
        struct sandbox_run run = shell_run(arguments);
        struct sandbox_descriptor descriptor = { .fd = alive[1], .number = 3 };
        struct sandbox_result result;
        struct sandbox_room *own = open_room(SANDBOX_PROFILE_COMPILER, false);
        run.descriptors = &descriptor;
        run.descriptor_count = 1;
        run.limits.wall_ns = 100000000000u;
        close(alive[0]);
        sandbox_run(own, &run, &result, &error);
        _exit(0);
    }
    close(alive[1]);
    usleep(500000);
    struct pollfd ended = { .fd = alive[0], .events = POLLIN };
    ck_assert_int_eq(poll(&ended, 1, 0), 0); /* the control: they live */
    kill(judge, SIGKILL);
    waitpid(judge, NULL, 0);
    ck_assert_int_eq(poll(&ended, 1, 10000), 1);
    ck_assert_int_eq(read(alive[0], &byte, 1), 0);
    close(alive[0]);
}
END_TEST

START_TEST(a_missing_source_is_an_error_unless_it_is_optional)
{
    struct sandbox_bind missing = { .source = "/nonexistent/dir" };
    struct sandbox_room_config config = { .binds = &missing, .bind_count = 1 };
    struct sandbox_room *opened = NULL;

    ck_assert_int_eq(sandbox_room_open(sandbox, &config, &opened, &error), -ENOENT);
    ck_assert_ptr_nonnull(strstr(error.message, "/nonexistent/dir"));
    missing.optional = true;
    ck_assert_int_eq(sandbox_room_open(sandbox, &config, &opened, &error), 0);
    sandbox_room_free(opened);
}
END_TEST

/* The pid of a process's only child. */
static int only_child(int pid)
{
    char path[64];
    int child = 0, more;

    snprintf(path, sizeof(path), "/proc/%d/task/%d/children", pid, pid);
    FILE *file = fopen(path, "re");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(fscanf(file, "%d %d", &child, &more), 1);
    fclose(file);
    return child;
}

START_TEST(a_used_room_has_a_starter_that_nobody_sees_and_everybody_can_lose)
{
    const char *leave_one = "(setsid sleep 100 >/dev/null 2>&1 &); exit 0";
    int init = only_child(getpid());

    if (geteuid() != 0 || sandbox_backend(sandbox) == SANDBOX_CGROUP2)
        unit_skip("programs are born by init itself: not root, or cgroup v2");
    int starter = only_child(init);
    expect("echo $PPID; set -- /proc/[0-9]*; echo $#", "1\n1\n");
    expect("kill -KILL -1 2>/dev/null; kill -STOP 2 2>/dev/null; true", "");
    ck_assert_int_eq(only_child(init), starter);
    /* It goes with what a program leaves behind, and another one comes. */
    expect(leave_one, "");
    expect("echo a", "a\n");
    ck_assert_int_ne(only_child(init), starter);
    /* When it is gone, init starts the program. */
    ck_assert_int_eq(kill(only_child(init), SIGKILL), 0);
    usleep(50000);
    expect("echo b", "b\n");
    expect("echo c", "c\n");
    ck_assert_int_eq(only_child(getpid()), init);
}
END_TEST

static void read_network(struct sandbox_room *from, char *name, size_t size)
{
    struct sandbox_result result;
    const char *arguments[] = { "/bin/readlink", "/proc/self/ns/net", NULL };
    struct sandbox_run run = shell_run(arguments);

    ck_assert_int_eq(sandbox_run(from, &run, &result, &error), 0);
    ck_assert_int_eq(result.outcome, SANDBOX_EXITED);
    snprintf(name, size, "%s", result.output);
    sandbox_result_clear(&result);
}

/* Whoever made names and ports in it is gone, and so are they. */
static const char claim[] = "import socket\n"
                            "a = socket.socket(socket.AF_UNIX)\n"
                            "a.bind('\\0name')\n"
                            "a.listen()\n"
                            "b = socket.socket()\n"
                            "b.bind(('0.0.0.0', 4000))\n"
                            "b.listen()\n"
                            "c = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
                            "c.bind(('0.0.0.0', 4000))\n"
                            "print('bound')\n";

START_TEST(a_network_serves_one_room_after_another)
{
    const char *arguments[] = { "/usr/bin/python3", "-c", claim, NULL };
    struct sandbox_run run = shell_run(arguments);
    char names[4][64], own[64] = "";
    struct sandbox_result result;

    ck_assert_int_gt(readlink("/proc/self/ns/net", own, sizeof(own) - 1), 0);
    struct sandbox_room *beside = open_room(SANDBOX_PROFILE_SERVICE, false);
    read_network(beside, names[0], sizeof(names[0]));
    for (int i = 1; i < 4; i++) {
        struct sandbox_room *mine = open_room(SANDBOX_PROFILE_SERVICE, false);
        read_network(mine, names[i], sizeof(names[i]));
        ck_assert_int_eq(sandbox_run(mine, &run, &result, &error), 0);
        ck_assert_str_eq(result.output ? result.output : "", "bound\n");
        sandbox_result_clear(&result);
        sandbox_room_free(mine);
        ck_assert_str_ne(names[i], names[0]);
        ck_assert_int_ne(strncmp(names[i], own, strlen(own)), 0);
    }
    sandbox_room_free(beside);
    if (geteuid() == 0)
        ck_assert_str_eq(names[2], names[1]);
    ck_assert_int_eq(readlink("/proc/thread-self/ns/net", names[0], sizeof(names[0])),
                     (ssize_t) strlen(own));
    ck_assert_int_eq(strncmp(names[0], own, strlen(own)), 0);
}
END_TEST

/* Each of them holds in a fresh room and in one that is used again. */
static void add_tests(TCase *rooms)
{
    tcase_add_test(rooms, a_program_is_nobody_without_capabilities_and_cannot_gain_any);
    tcase_add_test(rooms, a_program_sees_only_its_own_processes);
    tcase_add_test(rooms, a_program_inherits_no_descriptor_and_no_environment);
    tcase_add_test(rooms, a_program_can_write_only_to_its_scratch);
    tcase_add_test(rooms, nothing_of_a_run_is_left_for_the_next);
    tcase_add_test(rooms, an_empty_file_made_and_removed_is_noticed_too);
    tcase_add_test(rooms, kept_files_are_there_in_the_next_run);
    tcase_add_test(rooms, a_file_that_was_put_belongs_to_the_program);
    tcase_add_test(rooms, a_path_that_leads_out_of_the_box_is_refused);
    tcase_add_test(rooms, only_regular_files_beneath_the_box_are_collected);
    tcase_add_test(rooms, each_file_is_visited_and_no_link_followed);
    tcase_add_test(rooms, stdin_cannot_be_written_or_kept);
    tcase_add_test(rooms, a_renewed_stdin_says_nothing_of_the_run_before);
    tcase_add_test(rooms, extra_descriptors_arrive_at_their_numbers);
    tcase_add_test(rooms, a_program_that_cannot_start_says_why);
    tcase_add_test(rooms, a_pair_talks_through_pipes_and_is_measured_apart);
    tcase_add_test(rooms, the_cause_of_the_others_end_is_noted_first);
    tcase_add_test(rooms, grace_ends_the_other_side_of_a_pair);
    tcase_add_test(rooms, a_service_is_started_reached_signalled_and_waited_for);
    tcase_add_test(rooms, a_rooms_network_is_its_own);
    tcase_add_test(rooms, several_programs_share_a_room_and_stop_together);
    tcase_add_test(rooms, a_forbidden_call_is_named);
    tcase_add_test(rooms, a_killed_judge_leaves_no_program_behind);
    tcase_add_test(rooms, a_network_serves_one_room_after_another);
    tcase_add_test(rooms, a_missing_source_is_an_error_unless_it_is_optional);
}

static Suite *make_suite(void)
{
    Suite *suite = suite_create("sandbox_room");
    TCase *fresh = tcase_create("fresh rooms");
    TCase *used = tcase_create("used rooms");

    tcase_add_checked_fixture(fresh, set_up, tear_down);
    tcase_add_checked_fixture(used, set_up_used, tear_down);
    tcase_set_timeout(fresh, 60);
    tcase_set_timeout(used, 60);
    add_tests(fresh);
    add_tests(used);
    tcase_add_test(used, a_used_room_has_a_starter_that_nobody_sees_and_everybody_can_lose);
    suite_add_tcase(suite, fresh);
    suite_add_tcase(suite, used);
    return suite;
}

UNIT_MAIN(make_suite)
