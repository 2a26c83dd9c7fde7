/*
 * Counters of a room's programs, by perf_event_open(2). The judge opens one on init before it lets
 * init go on, when init has no child yet: whatever descends from it later inherits the counter,
 * across exec, ids and namespaces, and what a process counted stays in the sum when it is gone. A
 * run's count is the difference between two readings, between which init does some thousand
 * instructions of its own.
 *
 * Events are the kernel's and the processor's: no program of the room can reach or change them.
 */
#include "sandbox/room.h"

#include <errno.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PARANOID "/proc/sys/kernel/perf_event_paranoid"
#define PARANOID_USER_MODE 2 /* up to this, a plain user may count in user mode */

static const struct {
    uint32_t type;
    uint64_t event;
} events[] = {
    [SANDBOX_COUNT_INSTRUCTIONS] = { PERF_TYPE_HARDWARE, PERF_COUNT_HW_INSTRUCTIONS },
    [SANDBOX_COUNT_FAULTS] = { PERF_TYPE_SOFTWARE, PERF_COUNT_SW_PAGE_FAULTS },
};

/* As it is read; source: perf_event_open(2), PERF_FORMAT_TOTAL_TIME_*. */
struct reading {
    uint64_t value;
    uint64_t enabled_ns, running_ns; /* of all processes together */
};

static int open_event(enum sandbox_counter counter, pid_t pid)
{
    struct perf_event_attr attributes = {
        .type = events[counter].type,
        .size = sizeof(attributes),
        .config = events[counter].event,
        .read_format = PERF_FORMAT_TOTAL_TIME_ENABLED | PERF_FORMAT_TOTAL_TIME_RUNNING,
        .inherit = 1,
        .exclude_kernel = 1,
        .exclude_hv = 1,
    };

    return (int) syscall(SYS_perf_event_open, &attributes, pid, -1, -1, PERF_FLAG_FD_CLOEXEC);
}

static long paranoid_level(void)
{
    char line[32] = "";
    FILE *file = fopen(PARANOID, "re");

    if (!file)
        return 0;
    if (!fgets(line, sizeof(line), file))
        line[0] = '\0';
    fclose(file);
    return strtol(line, NULL, 10);
}

static int explain(int code, struct sandbox_error *error)
{
    long level;

    switch (code) {
    case EACCES:
    case EPERM:
        level = paranoid_level();
        if (level > PARANOID_USER_MODE) {
            sandbox_fail(error, -EPERM, "counting is for root alone: %s is %ld", PARANOID, level);
            sandbox_remedy(error, "sysctl -w kernel.perf_event_paranoid=%d", PARANOID_USER_MODE);
        } else {
            sandbox_fail(error, -EPERM, "perf_event_open is not allowed here");
            sandbox_remedy(error, "run it as root; in a container, with --cap-add=PERFMON and a "
                                  "seccomp profile that allows perf_event_open");
        }
        return error->code;
    case ENOSYS:
        return sandbox_fail(error, -ENOTSUP, "the kernel has no perf_event_open");
    case ENOENT:
    case ENODEV:
    case EOPNOTSUPP:
        sandbox_fail(error, -ENOTSUP, "this machine has no such counter");
        sandbox_remedy(error, "a virtual machine has one where its host gives it a virtual PMU");
        return error->code;
    default:
        return sandbox_fail(error, -code, "perf_event_open failed: %s", strerror(code));
    }
}

int sandbox_counter_check(enum sandbox_counter counter, struct sandbox_error *error)
{
    int fd = open_event(counter, 0);

    if (fd < 0)
        return explain(errno, error);
    close(fd);
    return 0;
}

int counter_open(struct sandbox_room *room, struct sandbox_error *error)
{
    if (room->counter == SANDBOX_COUNT_NOTHING)
        return 0;
    room->counter_fd = open_event(room->counter, room->init);
    return room->counter_fd < 0 ? explain(errno, error) : 0;
}

void counter_close(struct sandbox_room *room)
{
    if (room->counter_fd >= 0)
        close(room->counter_fd);
    room->counter_fd = -1;
}

bool counter_read(const struct sandbox_room *room, uint64_t *ret)
{
    struct reading reading;

    if (room->counter_fd < 0 ||
        read(room->counter_fd, &reading, sizeof(reading)) != (ssize_t) sizeof(reading) ||
        reading.running_ns < reading.enabled_ns)
        return false;
    *ret = reading.value;
    return true;
}
