/*
 * attack: calls by which programs have left sandboxes or taken over kernels
 * run: -- mount
 * expected: forbidden_call
 * call: mount
 * run: -- unshare
 * expected: forbidden_call
 * call: unshare
 * run: -- clone
 * expected: forbidden_call
 * call: clone
 * run: -- chroot
 * expected: forbidden_call
 * call: chroot
 * run: -- setns
 * expected: forbidden_call
 * call: setns
 * run: -- keyctl
 * expected: forbidden_call
 * call: keyctl
 * run: -- bpf
 * expected: forbidden_call
 * call: bpf
 * run: -- userfaultfd
 * expected: forbidden_call
 * call: userfaultfd
 * run: -- io_uring
 * expected: forbidden_call
 * call: io_uring_setup
 * run: -- perf
 * expected: forbidden_call
 * call: perf_event_open
 * run: -- shmget
 * expected: forbidden_call
 * call: shmget
 * run: -- seccomp
 * expected: forbidden_call
 * call: seccomp
 * control: host mount
 * shows: ^mount answered
 * control: host unshare
 * shows: ^unshare answered
 * control: host clone
 * shows: ^clone answered
 * control: host chroot
 * shows: ^chroot answered
 * control: host setns
 * shows: ^setns answered
 * control: host keyctl
 * shows: ^keyctl answered
 * control: host bpf
 * shows: ^bpf answered
 * control: host userfaultfd
 * shows: ^userfaultfd answered
 * control: host io_uring
 * shows: ^io_uring answered
 * control: host perf
 * shows: ^perf answered
 * control: host shmget
 * shows: ^shmget answered
 * control: host seccomp
 * shows: ^seccomp answered
 */
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Arguments that do no harm where the call is carried out: the control runs on the host. */
static const struct {
    const char *name;
    long number;
    long arguments[5];
} doors[] = {
    { "mount", SYS_mount, { 0, 0, 0, 0, 0 } },
    { "unshare", SYS_unshare, { -1 } },
    { "clone", SYS_clone, { CLONE_NEWUSER | CLONE_THREAD } },
    { "chroot", SYS_chroot, { 0 } },
    { "setns", SYS_setns, { -1, 0 } },
    { "keyctl", SYS_keyctl, { -1 } },
    { "bpf", SYS_bpf, { -1, 0, 0 } },
    { "userfaultfd", SYS_userfaultfd, { -1 } },
    { "io_uring", SYS_io_uring_setup, { 0, 0 } },
    { "perf", SYS_perf_event_open, { 0, 0, -1, -1, 0 } },
    { "shmget", SYS_shmget, { 1, 0, 0 } },
    { "seccomp", SYS_seccomp, { 99, 0, 0 } },
};

int main(int count, char **arguments)
{
    for (size_t i = 0; count > 1 && i < sizeof(doors) / sizeof(doors[0]); i++) {
        const long *a = doors[i].arguments;
        if (strcmp(doors[i].name, arguments[1]) != 0)
            continue;
        long result = syscall(doors[i].number, a[0], a[1], a[2], a[3], a[4]);
        printf("%s answered %ld, %s\n", doors[i].name, result, strerror(errno));
    }
    return 0;
}
