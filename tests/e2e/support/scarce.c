/*
 * Loaded into the judge by test_scarce.py (LD_PRELOAD): the calls of one kind fail from the n-th
 * on, for so many calls. Only in the process that was started; what it clones is left alone.
 *
 *   SCARCE        memory, descriptors, disk, processes or reading
 *   SCARCE_AT     the first call that fails; negative: none
 *   SCARCE_SPAN   how many fail
 *   SCARCE_TELL   a file for the number of calls there were, written at the end
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum kind { MEMORY, DESCRIPTORS, DISK, PROCESSES, READING, KINDS };
static const char *const names[KINDS] = { "memory", "descriptors", "disk", "processes", "reading" };
static const int codes[KINDS] = { ENOMEM, EMFILE, ENOSPC, EAGAIN, EIO };

static atomic_long calls;
static long first = -1, span = 1;
static enum kind kind = KINDS;
static pid_t judge;

static __attribute__((constructor)) void start(void)
{
    const char *name = getenv("SCARCE"), *at = getenv("SCARCE_AT"), *many = getenv("SCARCE_SPAN");

    judge = getpid();
    for (int i = 0; name && i < KINDS; i++)
        if (!strcmp(name, names[i]))
            kind = (enum kind) i;
    span = many ? atol(many) : 1;
    first = at ? atol(at) : -1;
    atomic_store(&calls, 0);
}

static __attribute__((destructor)) void tell(void)
{
    const char *path = getenv("SCARCE_TELL");
    char text[32];

    if (!path || getpid() != judge)
        return;
    int length = snprintf(text, sizeof(text), "%ld", atomic_load(&calls));
    kind = KINDS;
    int fd = (int) syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (write(fd, text, (size_t) length) < 0)
        abort();
}

/* libseccomp 2.5 crashes when its own memory runs out; see memory_suffices() in sandbox/filter.c.
 */
static int is_seccomp(const void *caller)
{
    Dl_info info;
    return dladdr(caller, &info) && info.dli_fname && strstr(info.dli_fname, "libseccomp");
}

static int fails(enum kind what)
{
    if (what != kind || getpid() != judge)
        return 0;
    long now = atomic_fetch_add(&calls, 1);
    if (first < 0 || now < first || now - first >= span)
        return 0;
    errno = codes[what];
    return 1;
}

#define from_seccomp() (kind == MEMORY && is_seccomp(__builtin_return_address(0)))
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
void *malloc(size_t size)
{
    return !from_seccomp() && fails(MEMORY) ? NULL : __libc_malloc(size);
}
void *calloc(size_t count, size_t size)
{
    return !from_seccomp() && fails(MEMORY) ? NULL : __libc_calloc(count, size);
}
void *realloc(void *old, size_t size)
{
    return !from_seccomp() && fails(MEMORY) ? NULL : __libc_realloc(old, size);
}

#define NEXT(name) ((__typeof__(&name)) dlsym(RTLD_NEXT, #name))
#define WRAP(what, bad, type, name, parameters, ...)                                               \
    type name parameters                                                                           \
    {                                                                                              \
        return fails(what) ? (type) (bad) : NEXT(name)(__VA_ARGS__);                               \
    }

WRAP(DESCRIPTORS, NULL, FILE *, fopen, (const char *path, const char *mode), path, mode)
WRAP(DESCRIPTORS, NULL, DIR *, opendir, (const char *path), path)
WRAP(DESCRIPTORS, -1, int, pipe2, (int pair[2], int flags), pair, flags)
WRAP(DESCRIPTORS, -1, int, socketpair, (int a, int b, int c, int pair[2]), a, b, c, pair)
WRAP(DESCRIPTORS, -1, int, memfd_create, (const char *name, unsigned flags), name, flags)
WRAP(DISK, -1, ssize_t, write, (int fd, const void *data, size_t size), fd, data, size)
WRAP(DISK, -1, ssize_t, pwrite, (int fd, const void *data, size_t size, off_t at), fd, data, size,
     at)
WRAP(DISK, -1, int, mkdir, (const char *path, mode_t mode), path, mode)
WRAP(DISK, -1, int, mkdirat, (int fd, const char *path, mode_t mode), fd, path, mode)
WRAP(DISK, -1, int, mkostemp, (char *path, int flags), path, flags)
WRAP(DISK, NULL, char *, mkdtemp, (char *path), path)
WRAP(DISK, -1, int, fdatasync, (int fd), fd)
WRAP(DISK, -1, int, rename, (const char *from, const char *to), from, to)
WRAP(READING, -1, ssize_t, read, (int fd, void *data, size_t size), fd, data, size)
WRAP(READING, -1, ssize_t, pread, (int fd, void *data, size_t size, off_t at), fd, data, size, at)
WRAP(READING, -1, ssize_t, sendmsg, (int fd, const struct msghdr *m, int flags), fd, m, flags)
WRAP(READING, -1, ssize_t, recvmsg, (int fd, struct msghdr *m, int flags), fd, m, flags)
WRAP(MEMORY, MAP_FAILED, void *, mmap, (void *at, size_t size, int a, int b, int fd, off_t offset),
     at, size, a, b, fd, offset)

int pthread_create(pthread_t *thread, const pthread_attr_t *a, void *(*f)(void *), void *context)
{
    return fails(PROCESSES) ? EAGAIN : NEXT(pthread_create)(thread, a, f, context);
}

#define OPEN(name, first_parameter, first_argument)                                                \
    int name(first_parameter const char *path, int flags, ...)                                     \
    {                                                                                              \
        va_list list;                                                                              \
        va_start(list, flags);                                                                     \
        int mode = va_arg(list, int);                                                              \
        va_end(list);                                                                              \
        return fails(flags & O_CREAT ? DISK : DESCRIPTORS)                                         \
                   ? -1                                                                            \
                   : NEXT(name)(first_argument path, flags, mode);                                 \
    }
#define COMMA ,
OPEN(open, , )
OPEN(openat, int fd COMMA, fd COMMA)

long syscall(long number, ...)
{
    va_list list;
    long a[6];

    va_start(list, number);
    for (int i = 0; i < 6; i++)
        a[i] = va_arg(list, long);
    va_end(list);
    bool birth = number == SYS_clone || number == SYS_clone3;
    if ((birth && fails(PROCESSES)) || (number == SYS_openat2 && fails(DESCRIPTORS)))
        return -1;
    return NEXT(syscall)(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
