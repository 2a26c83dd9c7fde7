/*
 * Loaded into a program that runs as it is, without the emulator (LD_PRELOAD): how much memory of
 * its own the process holds at most, above what it held when it first read its input, or between
 * the marks (counts.h). Its own is what is not shared with files, as proc_pid_statm(5) tells.
 *
 * Theory of operation: a thread looks every 100 microseconds, and a runtime that is about to give
 * memory back looks before; not so free(3), whose calls do not come through here. Nothing is taken
 * from the program but that: it is the C library's functions that are put before, and then called.
 */

#include "judge/growth/held/jvm.h"
#include "judge/growth/plugin/counts.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define HELD_EXPORT __attribute__((visibility("default")))
#define PERIOD_NS 100000
#define STACK_BYTES ((size_t) 64 * 1024)

static struct counts *counts; /* NULL: nobody wants to know */
static int statm_fd = -1;
static uint64_t page_bytes;
static bool begun;

/* Bytes. "size resident shared ...", in pages. */
static uint64_t held(void)
{
    char text[128];
    ssize_t length = pread(statm_fd, text, sizeof(text) - 1, 0);
    char *next = text;

    if (length <= 0)
        return 0;
    text[length] = '\0';
    (void) strtoull(next, &next, 10);
    uint64_t resident = strtoull(next, &next, 10), shared = strtoull(next, &next, 10);

    return resident > shared ? (resident - shared) * page_bytes : 0;
}

static void look(void)
{
    uint64_t now = held(), most = __atomic_load_n(&counts->held_peak, __ATOMIC_RELAXED);

    while (now > most && !__atomic_compare_exchange_n(&counts->held_peak, &most, now, true,
                                                      __ATOMIC_RELAXED, __ATOMIC_RELAXED))
        ;
}

/* Whether it is the program's memory, at this moment. */
static bool is_measured(void)
{
    return counts && __atomic_load_n(&begun, __ATOMIC_ACQUIRE) &&
           (counts->marks == 0 || __atomic_load_n(&counts->inside, __ATOMIC_ACQUIRE));
}

static void *look_often(void *context)
{
    const struct timespec period = { .tv_nsec = PERIOD_NS };

    (void) context;
    while (true) {
        if (is_measured())
            look();
        nanosleep(&period, NULL);
    }
    return NULL;
}

static void start_thread(void)
{
    pthread_attr_t attributes;
    pthread_t thread;
    sigset_t all, before;

    if (pthread_attr_init(&attributes) != 0)
        return;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_create(&thread, &attributes, look_often, NULL);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
}

static void begin_at(void)
{
    if (jvm_is_measured()) {
        if (!jvm_begin(&counts->held_peak))
            counts->magic = 0; /* nothing is known */
        return;
    }
    counts->held = held();
    __atomic_store_n(&counts->held_peak, counts->held, __ATOMIC_RELEASE);
}

static void note_reading(int fd)
{
    if (!counts || fd != STDIN_FILENO || counts->reads++ > 0)
        return;
    begin_at();
    if (jvm_is_measured())
        return;
    start_thread();
    __atomic_store_n(&begun, true, __ATOMIC_RELEASE);
}

/* What the call adds is what counts; of several calls, what all of them add. */
static void mark(int mode)
{
    if (!counts || !counts->reads)
        return;
    if (mode == MARK_BEGIN && !counts->inside) {
        if (counts->marks++ == 0)
            begin_at();
        else if (jvm_is_measured())
            jvm_resume();
        __atomic_store_n(&counts->inside, 1, __ATOMIC_RELEASE);
    } else if (mode == MARK_END && counts->inside) {
        if (jvm_is_measured())
            jvm_pause();
        else
            look();
        __atomic_store_n(&counts->inside, 0, __ATOMIC_RELEASE);
    }
}

__attribute__((constructor)) static void open_counts(void)
{
    void *pages =
        mmap(NULL, COUNTS_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, COUNTS_DESCRIPTOR, 0);

    if (pages == MAP_FAILED)
        return;
    close(COUNTS_DESCRIPTOR);
    unsetenv("LD_PRELOAD");
    page_bytes = (uint64_t) sysconf(_SC_PAGESIZE);
    statm_fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (statm_fd < 0)
        return;
    counts = pages;
    counts->magic = COUNTS_MAGIC;
}

__attribute__((destructor)) static void look_at_last(void)
{
    if (is_measured())
        look();
}

/* ---- The C library's functions -------------------------------------------------------------- */

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): its own names are reserved */

#define NEXT(name) ((__typeof__(&(name))) dlsym(RTLD_NEXT, #name))
#define CALL_NEXT(name, ...)                                                                       \
    ({                                                                                             \
        static __typeof__(&(name)) next;                                                           \
        if (!next)                                                                                 \
            next = NEXT(name);                                                                     \
        next(__VA_ARGS__);                                                                         \
    })

HELD_EXPORT ssize_t read(int fd, void *data, size_t size)
{
    note_reading(fd);
    return CALL_NEXT(read, fd, data, size);
}

HELD_EXPORT ssize_t readv(int fd, const struct iovec *parts, int count)
{
    note_reading(fd);
    return CALL_NEXT(readv, fd, parts, count);
}

HELD_EXPORT ssize_t pread64(int fd, void *data, size_t size, off64_t offset)
{
    note_reading(fd);
    return CALL_NEXT(pread64, fd, data, size, offset);
}

HELD_EXPORT ssize_t preadv64(int fd, const struct iovec *parts, int count, off64_t offset)
{
    note_reading(fd);
    return CALL_NEXT(preadv64, fd, parts, count, offset);
}

HELD_EXPORT int access(const char *path, int mode)
{
    mark(mode);
    return CALL_NEXT(access, path, mode);
}

HELD_EXPORT int munmap(void *memory, size_t size)
{
    if (is_measured())
        look();
    return CALL_NEXT(munmap, memory, size);
}

HELD_EXPORT int madvise(void *memory, size_t size, int advice)
{
    if (is_measured())
        look();
    return CALL_NEXT(madvise, memory, size, advice);
}

HELD_EXPORT _Noreturn void _exit(int status)
{
    look_at_last();
    NEXT(_exit)(status);
    __builtin_unreachable();
}

/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */
