/*
 * Which system calls a program may make, and why: one row for each group of calls with the same
 * reason. What no row names is a forbidden call and ends the run.
 *
 * Two things decide whether a call gets a row. It must not reach beyond the room: the room's
 * namespaces, ids and mounts already confine most calls, and the filter takes away the parts of the
 * kernel that confinement depends on, or where its own faults were found (namespaces, mounts, BPF,
 * keys, io_uring, userfaultfd, perf, SysV IPC, sockets other than TCP, UDP and unix ones). And an
 * honest program must need it: the rows come from traces of the toolchains that Assay runs. Calls
 * that run-time systems merely try, with a way around, fail with the errno that sends them there.
 *
 * Used by the judge only, when a sandbox is opened.
 */
#include "sandbox/filter.h"

#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/memfd.h>
#include <linux/netlink.h>
#include <linux/prctl.h>
#include <linux/sockios.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>

/* Added to Linux after Debian 12's headers. */
#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#endif

#define BIT(profile) (1u << SANDBOX_PROFILE_##profile)
#define EVERY ((1u << SANDBOX_PROFILE_COUNT) - 1)
#define SERVICES                                                                                   \
    (BIT(SERVICE) | BIT(OBSERVED)) /* of the second, filter.c leaves out what is counted */
#define NO_SOCKETS (EVERY & ~SERVICES)
#define NO_LOCKS (BIT(COMPILED) | BIT(INTERPRETER) | BIT(JVM) | BIT(NODE))
#define MANAGED (BIT(JVM) | BIT(NODE) | BIT(COMPILER) | SERVICES)

#define EQUAL(number, wanted)                                                                      \
    {                                                                                              \
        .kind = FILTER_EQUAL, .argument = (number), .value = (wanted)                              \
    }
#define MASKED(number, bits, wanted)                                                               \
    {                                                                                              \
        .kind = FILTER_MASKED, .argument = (number), .mask = (bits), .value = (wanted)             \
    }
#define OTHER(number, unwanted)                                                                    \
    {                                                                                              \
        .kind = FILTER_OTHER, .argument = (number), .value = (unwanted)                            \
    }
/* The kernel looks at the low half of an int argument only; so must the filter. */
#define INT(number, wanted) MASKED(number, 0xffffffffu, (uint32_t) (wanted))
#define ANY                                                                                        \
    {                                                                                              \
        .kind = FILTER_ANY                                                                         \
    }
#define LIMIT_ROW(call, number, bits, wanted, ...)                                                 \
    {                                                                                              \
        .calls = (call), .profiles = EVERY,                                                        \
        .conditions = { MASKED(number, bits, wanted), __VA_ARGS__ },                               \
        .reason = "lowers own limits; of the caller alone: the room's init is out of reach"        \
    }
/* Every resource but RLIMIT_CORE, which is 4, bit by bit. */
#define SET_LIMIT(call, number, ...)                                                               \
    LIMIT_ROW(call, number, 4, 0, __VA_ARGS__), LIMIT_ROW(call, number, 5, 5, __VA_ARGS__),        \
        LIMIT_ROW(call, number, 7, 6, __VA_ARGS__), LIMIT_ROW(call, number, 15, 12, __VA_ARGS__)
#define ALLOW_IOCTL(request, who, why)                                                             \
    {                                                                                              \
        .calls = "ioctl", .profiles = (who), .conditions = { INT(1, request) }, .reason = (why)    \
    }
#define FAIL_IOCTL(request, code, why)                                                             \
    {                                                                                              \
        .calls = "ioctl", .profiles = EVERY, .error = (code), .conditions = { INT(1, request) },   \
        .reason = (why)                                                                            \
    }
#define ALLOW_PRCTL(option, why)                                                                   \
    {                                                                                              \
        .calls = "prctl", .profiles = EVERY, .conditions = { INT(0, option) }, .reason = (why)     \
    }
#define ALLOW_FCNTL(command, why)                                                                  \
    {                                                                                              \
        .calls = "fcntl", .profiles = EVERY, .conditions = { INT(1, command) }, .reason = (why)    \
    }
#define LOCK_FCNTL(command)                                                                        \
    { .calls = "fcntl",                                                                            \
      .profiles = NO_LOCKS,                                                                        \
      .error = ENOLCK,                                                                             \
      .conditions = { INT(1, command) },                                                           \
      .reason = "see flock" },                                                                     \
    {                                                                                              \
        .calls = "fcntl", .profiles = EVERY & ~NO_LOCKS, .conditions = { INT(1, command) },        \
        .reason = "see flock"                                                                      \
    }
#define FAIL_FAMILY(family, who, why)                                                              \
    {                                                                                              \
        .calls = "socket", .profiles = (who), .error = EAFNOSUPPORT,                               \
        .conditions = { INT(0, family) }, .reason = (why)                                          \
    }

#define SOCKET_TYPE 0xf /* without SOCK_CLOEXEC and SOCK_NONBLOCK */
#define NAMESPACES                                                                                 \
    (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID |  \
     CLONE_NEWNET)

static const struct filter_row rows[] = {
    /* Memory */
    { .calls = "mmap",
      .profiles = EVERY,
      .conditions = { MASKED(3, MAP_HUGETLB, 0) },
      .reason = "memory of the program itself, counted by the memory limit" },
    { .calls = "mmap",
      .profiles = EVERY,
      .error = EPERM,
      .conditions = { MASKED(3, MAP_HUGETLB, MAP_HUGETLB) },
      .reason = "the host's huge pages, which no memory limit counts" },
    { .calls = "brk munmap mremap mprotect madvise mincore membarrier",
      .profiles = EVERY,
      .reason = "memory of the program itself, counted by the memory limit" },
    { .calls = "mlock mlock2 munlock munlockall",
      .profiles = EVERY,
      .reason = "bounded by RLIMIT_MEMLOCK; without swap it changes nothing" },
    { .calls = "mlockall",
      .profiles = EVERY,
      .error = EPERM,
      .reason = "would touch all mapped memory; who asks goes on without" },
    { .calls = "pkey_alloc pkey_free pkey_mprotect",
      .profiles = MANAGED,
      .reason = "JIT compilers guard their code pages with protection keys" },
    { .calls = "memfd_create",
      .profiles = MANAGED,
      .conditions = { MASKED(1, MFD_HUGETLB, 0) },
      .reason = "an unnamed file in memory, counted by the memory limit; JIT compilers, linkers" },
    { .calls = "get_mempolicy",
      .profiles = EVERY,
      .reason = "reads where memory is placed; the JVM asks at start" },
    { .calls = "set_mempolicy mbind migrate_pages move_pages",
      .profiles = EVERY,
      .error = EPERM,
      .reason =
          "placing memory on nodes is the host's business; the JVM and libnuma go on without" },

    /* Reading and writing */
    { .calls = "read readv pread64 preadv preadv2 write writev pwrite64 pwritev pwritev2 lseek",
      .profiles = EVERY,
      .reason = "the program's own descriptors; output is counted by who reads it" },
    { .calls = "close close_range dup dup2 dup3 pipe pipe2",
      .profiles = EVERY,
      .reason = "the program's own descriptors, bounded by RLIMIT_NOFILE" },
    ALLOW_FCNTL(F_DUPFD, "as dup"),
    ALLOW_FCNTL(F_DUPFD_CLOEXEC, "as dup"),
    ALLOW_FCNTL(F_GETFD, "close on exec"),
    ALLOW_FCNTL(F_SETFD, "close on exec"),
    ALLOW_FCNTL(F_GETFL, "how it was opened; fdopen(3)"),
    ALLOW_FCNTL(F_SETFL, "non-blocking mode, O_APPEND"),
    ALLOW_FCNTL(F_GETOWN, "reads who is signalled of input"),
    ALLOW_FCNTL(F_SETOWN, "signals of input, to the room's own processes"),
    ALLOW_FCNTL(F_SETSIG, "signals of input, to the room's own processes"),
    ALLOW_FCNTL(F_GETPIPE_SZ, "size of a pipe"),
    ALLOW_FCNTL(F_SETPIPE_SZ, "size of a pipe; counted by the memory limit"),
    ALLOW_FCNTL(F_GET_SEALS, "reads how a memory file is sealed"),
    ALLOW_FCNTL(F_ADD_SEALS, "seals a memory file; JIT compilers"),

    /* A lock belongs to the file, and all rooms are shown the same ones: by locks they could speak
     * to each other, or hold up a program of the host. Leases and F_NOTIFY, which watch what others
     * do with a file, have no row. */
    { .calls = "flock",
      .profiles = NO_LOCKS,
      .error = ENOLCK,
      .reason = "a lock on a file that others see is a way to reach them" },
    { .calls = "flock",
      .profiles = EVERY & ~NO_LOCKS,
      .reason = "go build locks its cache, data bases of services their files" },
    LOCK_FCNTL(F_GETLK),
    LOCK_FCNTL(F_SETLK),
    LOCK_FCNTL(F_SETLKW),
    LOCK_FCNTL(F_OFD_GETLK),
    LOCK_FCNTL(F_OFD_SETLK),
    LOCK_FCNTL(F_OFD_SETLKW),
    { .calls = "sendfile splice tee copy_file_range",
      .profiles = EVERY,
      .reason = "copying between own descriptors; Go, Rust, Java, Node and cp use it" },
    { .calls = "ftruncate truncate fallocate readahead",
      .profiles = EVERY,
      .reason = "single files; sizes are bounded by RLIMIT_FSIZE and the room's scratch" },
    { .calls = "fadvise64",
      .profiles = EVERY,
      .conditions = { MASKED(3, 4, 0) },
      .reason = "how the program is going to read; cp, cat" },
    { .calls = "fadvise64",
      .profiles = EVERY,
      .error = FILTER_DONE,
      .conditions = { MASKED(3, 4, 4) },
      .reason = "POSIX_FADV_DONTNEED: pages of a file that others use too would be thrown out" },
    { .calls = "fsync fdatasync sync_file_range",
      .profiles = EVERY,
      .error = FILTER_DONE,
      .reason =
          "of a file that the room is shown, each would flush a disk of the host; what a room "
          "writes is in memory" },
    { .calls = "msync",
      .profiles = EVERY,
      .error = FILTER_DONE,
      .conditions = { MASKED(2, MS_SYNC, MS_SYNC) },
      .reason = "as fsync" },
    { .calls = "msync",
      .profiles = EVERY,
      .conditions = { MASKED(2, MS_SYNC, 0) },
      .reason = "asks whether memory is mapped; libunwind" },
    { .calls = "poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait "
               "epoll_pwait epoll_pwait2 eventfd eventfd2 signalfd signalfd4",
      .profiles = EVERY,
      .reason = "waiting for own descriptors and signals" },
    { .calls = "timerfd_create timerfd_settime timerfd_gettime",
      .profiles = EVERY,
      .reason = "timers as descriptors; event loops" },
    { .calls = "inotify_add_watch inotify_rm_watch",
      .profiles = MANAGED,
      .error = EBADF,
      .reason = "see inotify_init" },
    { .calls = "inotify_init inotify_init1",
      .profiles = MANAGED,
      .error = EMFILE,
      .reason = "tells what others do with files that all rooms are shown; development servers and "
                "the JVM go on by looking themselves" },

    /* Files: the room shows read-only system directories and a small tmpfs, nothing else. */
    { .calls = "open openat openat2 creat stat fstat lstat newfstatat statx access faccessat "
               "faccessat2 readlink readlinkat getdents getdents64 statfs fstatfs",
      .profiles = EVERY,
      .reason = "finding, reading and making files; the room's mounts decide which" },
    { .calls = "getcwd chdir fchdir umask",
      .profiles = EVERY,
      .reason = "the program's own working directory and mask" },
    { .calls = "mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link linkat symlink "
               "symlinkat",
      .profiles = EVERY,
      .reason = "names in the room's scratch; what is collected is opened without links" },
    { .calls = "chmod fchmod fchmodat utime utimes futimesat utimensat chown fchown lchown "
               "fchownat",
      .profiles = EVERY,
      .reason = "attributes of own files; mounts are nosuid and no capability is held" },
    { .calls = "mknod",
      .profiles = EVERY,
      .conditions = { MASKED(1, S_IFMT, S_IFIFO) },
      .reason = "fifos; devices stay out, and a fifo is never collected" },
    { .calls = "mknodat",
      .profiles = EVERY,
      .conditions = { MASKED(2, S_IFMT, S_IFIFO) },
      .reason = "fifos; devices stay out, and a fifo is never collected" },
    { .calls = "getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr",
      .profiles = EVERY,
      .reason = "reading attributes; ls and cp look for access lists" },
    { .calls = "setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr",
      .profiles = EVERY,
      .error = EOPNOTSUPP,
      .reason = "none are kept in a room; cp goes on without" },

    /* Terminals and descriptors by ioctl(2), one request a row. */
    ALLOW_IOCTL(TCGETS, EVERY, "isatty(3)"),
    ALLOW_IOCTL(TCGETS2, EVERY, "isatty(3) of newer C libraries"),
    ALLOW_IOCTL(TIOCGWINSZ, EVERY, "width of a terminal; no room has one, so it fails"),
    ALLOW_IOCTL(TIOCGPGRP, EVERY, "a shell asks whether it has a terminal"),
    ALLOW_IOCTL(FIONREAD, EVERY, "bytes that wait; Java's available()"),
    ALLOW_IOCTL(FIONBIO, EVERY, "non-blocking mode; libuv, Rust"),
    ALLOW_IOCTL(FIOCLEX, EVERY, "close on exec; Python, libuv, Rust"),
    ALLOW_IOCTL(FIONCLEX, EVERY, "no close on exec; Python"),
    ALLOW_IOCTL(SIOCGIFCONF, SERVICES, "Java lists the room's own interfaces"),
    ALLOW_IOCTL(SIOCGIFNAME, SERVICES, "Java lists the room's own interfaces"),
    ALLOW_IOCTL(SIOCGIFINDEX, SERVICES, "Java lists the room's own interfaces"),
    ALLOW_IOCTL(SIOCGIFFLAGS, SERVICES, "Java lists the room's own interfaces"),
    ALLOW_IOCTL(SIOCGIFADDR, SERVICES, "Java lists the room's own interfaces"),
    ALLOW_IOCTL(SIOCGIFNETMASK, SERVICES, "Java lists the room's own interfaces"),
    ALLOW_IOCTL(SIOCGIFBRDADDR, SERVICES, "Java lists the room's own interfaces"),
    ALLOW_IOCTL(SIOCGIFHWADDR, SERVICES, "Java lists the room's own interfaces"),
    ALLOW_IOCTL(SIOCGIFMTU, SERVICES, "Java lists the room's own interfaces"),
    FAIL_IOCTL(TCSETS, ENOTTY, "no room has a terminal; line editors go on without"),
    FAIL_IOCTL(TCSETSW, ENOTTY, "no room has a terminal; line editors go on without"),
    FAIL_IOCTL(TCSETSF, ENOTTY, "no room has a terminal; line editors go on without"),
    FAIL_IOCTL(TIOCSPGRP, ENOTTY, "no room has a terminal; shells go on without job control"),
    FAIL_IOCTL(FICLONE, EOPNOTSUPP, "cp and install try to share blocks, then copy"),
    FAIL_IOCTL(FS_IOC_GETFLAGS, ENOTTY, "flags of a file; tar and cp go on without"),

    /* Processes and threads: bounded by the processes limit, seen only inside the room. */
    { .calls = "clone",
      .profiles = EVERY,
      .conditions = { MASKED(0, NAMESPACES | CLONE_PARENT | CLONE_PTRACE, 0) },
      .reason = "processes and threads, without new namespaces and always the caller's children" },
    { .calls = "clone",
      .profiles = EVERY,
      .conditions = { INT(0, FILTER_STARTER_FLAGS) },
      .reason = "a program's birth from the room's starter; to others no more than an orphan of "
                "init, which two forks make as well" },
    { .calls = "clone3",
      .profiles = EVERY,
      .error = ENOSYS,
      .reason = "its flags lie in memory, unseen by a filter; C libraries fall back to clone" },
    { .calls = "fork vfork",
      .profiles = EVERY,
      .reason = "processes, bounded by the processes limit" },
    { .calls = "execve execveat",
      .profiles = EVERY,
      .reason = "starts the program itself; later ones keep filter, ids and limits" },
    { .calls = "exit exit_group wait4 waitid getpid getppid gettid getpgrp getpgid setpgid getsid "
               "setsid",
      .profiles = EVERY,
      .reason = "ending and ordering own processes; the room ends with all of them" },
    { .calls = "kill tkill tgkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_open pidfd_send_signal",
      .profiles = EVERY,
      .reason = "reaches the room's own processes only: it has a pid namespace" },
    { .calls = "set_tid_address set_robust_list get_robust_list futex futex_waitv rseq",
      .profiles = EVERY,
      .reason = "locks and thread bookkeeping of C libraries" },
    { .calls = "arch_prctl",
      .profiles = EVERY,
      .reason = "thread pointer and processor features of the thread itself" },
    { .calls = "rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend "
               "rt_sigtimedwait sigaltstack pause restart_syscall",
      .profiles = EVERY,
      .reason = "the program's own signal handling; limits are enforced by SIGKILL" },
    { .calls = "alarm setitimer getitimer timer_create timer_settime timer_gettime "
               "timer_getoverrun timer_delete",
      .profiles = EVERY,
      .reason = "timers that signal the program itself" },

    /* Time */
    { .calls = "clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times "
               "getrusage",
      .profiles = EVERY,
      .reason = "reading clocks and sleeping; wall time is limited" },

    /* Scheduling */
    { .calls = "sched_yield sched_getaffinity sched_getparam sched_getscheduler sched_getattr "
               "sched_get_priority_max sched_get_priority_min sched_rr_get_interval getpriority "
               "ioprio_get getcpu",
      .profiles = EVERY,
      .reason = "reading how the program is scheduled; run-times count processors" },
    { .calls = "sched_setaffinity sched_setscheduler sched_setparam sched_setattr ioprio_set",
      .profiles = EVERY,
      .error = EPERM,
      .reason = "measurements rest on the judge's choice of processor; callers go on without" },
    { .calls = "setpriority",
      .profiles = EVERY,
      .conditions = { INT(0, PRIO_PROCESS), INT(1, 0) },
      .reason = "nice(2) of the caller alone, and only downwards" },

    /* Limits, ids and the system's description */
    { .calls = "getrlimit", .profiles = EVERY, .reason = "own limits" },
    SET_LIMIT("setrlimit", 0, ANY),
    { .calls = "setrlimit",
      .profiles = EVERY,
      .error = EPERM,
      .conditions = { INT(0, RLIMIT_CORE) },
      .reason = "at 0 a crash starts the host's handler of core dumps; see init.c" },
    SET_LIMIT("prlimit64", 1, INT(0, 0)),
    { .calls = "prlimit64",
      .profiles = EVERY,
      .conditions = { INT(0, 0), INT(1, RLIMIT_CORE), EQUAL(2, 0) },
      .reason = "reads it" },
    { .calls = "prlimit64",
      .profiles = EVERY,
      .error = EPERM,
      .conditions = { INT(0, 0), INT(1, RLIMIT_CORE), OTHER(2, 0) },
      .reason = "as setrlimit" },
    { .calls = "getuid geteuid getgid getegid getresuid getresgid getgroups capget",
      .profiles = EVERY,
      .reason = "reading own ids" },
    { .calls = "setuid setgid setreuid setregid setresuid setresgid setfsuid setfsgid",
      .profiles = EVERY,
      .reason = "without capabilities only the ids that the program already has" },
    { .calls = "setgroups capset",
      .profiles = EVERY,
      .error = EPERM,
      .reason = "what the kernel would answer without capabilities" },
    { .calls = "uname sysinfo getrandom",
      .profiles = EVERY,
      .reason = "reads a description of the system; random bytes" },
    { .calls = "personality",
      .profiles = EVERY,
      .conditions = { INT(0, 0xffffffffu) },
      .reason = "only asks" },
    { .calls = "personality",
      .profiles = EVERY,
      .conditions = { INT(0, PER_LINUX) },
      .reason = "the default" },
    { .calls = "personality",
      .profiles = EVERY,
      .conditions = { INT(0, ADDR_NO_RANDOMIZE) },
      .reason = "fixed addresses for the program itself; sanitizers" },

    /* prctl(2), one option a row */
    ALLOW_PRCTL(PR_SET_NAME, "names a thread; JVM, Node, Rust, Python"),
    ALLOW_PRCTL(PR_GET_NAME, "reads a thread's name"),
    ALLOW_PRCTL(PR_SET_VMA, "names memory areas; Go, the C library's allocator"),
    ALLOW_PRCTL(PR_SET_PDEATHSIG, "a child that ends with its parent; compiler drivers"),
    ALLOW_PRCTL(PR_GET_PDEATHSIG, "reads it"),
    ALLOW_PRCTL(PR_GET_DUMPABLE, "reads whether a core would be written"),
    ALLOW_PRCTL(PR_SET_DUMPABLE, "hides the program from others of the room, no more"),
    ALLOW_PRCTL(PR_CAPBSET_READ, "reads a capability that is not held; glib, libcap"),
    ALLOW_PRCTL(PR_SET_NO_NEW_PRIVS, "set already, and cannot be unset"),
    ALLOW_PRCTL(PR_GET_NO_NEW_PRIVS, "reads it"),
    ALLOW_PRCTL(PR_SET_TIMERSLACK, "coarser timers for the program itself"),
    ALLOW_PRCTL(PR_GET_TIMERSLACK, "reads it"),
    ALLOW_PRCTL(PR_SET_THP_DISABLE, "own use of large pages; the JVM"),
    ALLOW_PRCTL(PR_GET_THP_DISABLE, "reads it"),
    ALLOW_PRCTL(PR_GET_TAGGED_ADDR_CTRL, "aarch64: reads pointer tagging; the C library"),
    ALLOW_PRCTL(PR_SET_TAGGED_ADDR_CTRL, "aarch64: pointer tagging of the thread itself"),
    ALLOW_PRCTL(PR_PAC_RESET_KEYS, "aarch64: new pointer keys for the thread itself"),
    ALLOW_PRCTL(PR_SVE_GET_VL, "aarch64: reads the vector length"),

    /* Sockets. The room's network has, at most, its own loopback. */
    { .calls = "socketpair",
      .profiles = EVERY,
      .conditions = { INT(0, AF_UNIX) },
      .reason = "two ends inside the program; asyncio, libuv" },
    { .calls = "sendto",
      .profiles = NO_SOCKETS,
      .conditions = { EQUAL(4, 0) },
      .reason = "on a socketpair, which needs no address" },
    { .calls = "recvfrom shutdown getsockname getpeername getsockopt",
      .profiles = NO_SOCKETS,
      .reason = "on a socketpair; libuv and Python ask what their stdin is" },
    { .calls = "sendmsg",
      .profiles = NO_SOCKETS & ~BIT(NODE),
      .conditions = { INT(0, FILTER_SEND_FD) },
      .reason = "hands the notification descriptor to the judge's side before execve closes it" },
    { .calls = "recvmsg",
      .profiles = NO_SOCKETS & ~BIT(NODE),
      .conditions = { INT(0, FILTER_RECEIVE_FD) },
      .reason = "requests to the room's starter, whose programs inherit its filter" },
    { .calls = "sendmsg recvmsg",
      .profiles = BIT(NODE),
      .reason = "messages to own worker processes over a socketpair" },
    FAIL_FAMILY(AF_UNIX, NO_SOCKETS, "getpwuid(3) looks for a name service, then reads files"),
    FAIL_FAMILY(AF_INET, BIT(JVM) | BIT(COMPILER), "the JVM tries at start whether there is IPv4"),
    FAIL_FAMILY(AF_INET6, BIT(JVM) | BIT(COMPILER), "the JVM tries at start whether there is IPv6"),
    FAIL_FAMILY(AF_NETLINK, NO_SOCKETS, "getaddrinfo(3) lists interfaces, and goes on without"),
    { .calls = "socket",
      .profiles = SERVICES,
      .conditions = { INT(0, AF_UNIX) },
      .reason = "sockets in the room's file system and namespace" },
    { .calls = "socket",
      .profiles = SERVICES,
      .conditions = { INT(0, AF_INET), MASKED(1, SOCKET_TYPE, SOCK_STREAM) },
      .reason = "TCP on the room's own loopback" },
    { .calls = "socket",
      .profiles = SERVICES,
      .conditions = { INT(0, AF_INET), MASKED(1, SOCKET_TYPE, SOCK_DGRAM) },
      .reason = "UDP on the room's own loopback" },
    { .calls = "socket",
      .profiles = SERVICES,
      .conditions = { INT(0, AF_INET6), MASKED(1, SOCKET_TYPE, SOCK_STREAM) },
      .reason = "TCP on the room's own loopback" },
    { .calls = "socket",
      .profiles = SERVICES,
      .conditions = { INT(0, AF_INET6), MASKED(1, SOCKET_TYPE, SOCK_DGRAM) },
      .reason = "UDP on the room's own loopback" },
    { .calls = "socket",
      .profiles = SERVICES,
      .conditions = { INT(0, AF_NETLINK), INT(2, NETLINK_ROUTE) },
      .reason = "getifaddrs(3) lists the room's own interfaces; changing them needs capabilities" },
    { .calls = "bind listen accept accept4 connect shutdown getsockname getpeername getsockopt "
               "setsockopt sendto recvfrom sendmsg recvmsg sendmmsg recvmmsg",
      .profiles = SERVICES,
      .reason = "using those sockets; the room's network leads nowhere" },

    { .calls = "io_uring_setup io_uring_enter io_uring_register",
      .profiles = BIT(NODE) | SERVICES,
      .error = ENOSYS,
      .reason = "its operations pass every filter; libuv tries it, then uses threads" },
};

size_t filter_row_count(void)
{
    return sizeof(rows) / sizeof(rows[0]);
}

const struct filter_row *filter_row_at(size_t index)
{
    return index < filter_row_count() ? &rows[index] : NULL;
}
