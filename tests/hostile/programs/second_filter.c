/*
 * attack: installs a filter of its own, which answers its own forbidden calls with success, or hands them to a tracer
 * run: --wall 5 -- seccomp
 * expected: forbidden_call
 * call: seccomp
 * hides: ^installed$
 * run: --wall 5 -- prctl
 * expected: forbidden_call
 * call: prctl
 * hides: ^installed$
 * run: --wall 5 -- strict
 * expected: forbidden_call
 * call: prctl
 * hides: ^installed$
 * control: host seccomp
 * shows: ^installed$
 * control: host prctl
 * shows: ^installed$
 */
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    const char *way = count > 1 ? arguments[1] : "seccomp";
    struct sock_filter all = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    struct sock_fprog program = { 1, &all };
    long result;

    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (strcmp(way, "seccomp") == 0)
        result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    else if (strcmp(way, "prctl") == 0)
        result = prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
    else
        result = prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT, 0);
    if (result >= 0)
        puts("installed");
    return 0;
}
