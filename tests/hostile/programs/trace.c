/*
 * attack: takes over another process by ptrace(2)
 * run: --wall 5
 * expected: forbidden_call
 * call: ptrace
 * hides: ^attached$
 * control: host
 * shows: ^attached$
 */
#include <signal.h>
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t pid = fork();

    if (pid == 0) {
        pause();
        _exit(0);
    }
    if (ptrace(PTRACE_ATTACH, pid, NULL, NULL) == 0)
        puts("attached");
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    return 0;
}
