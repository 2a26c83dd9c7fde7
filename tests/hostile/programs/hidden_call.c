/*
 * attack: makes a forbidden call in a child that is killed, or in a thread beside which the program
 *         ends, at the same moment: the call may go unnoticed, but it is not carried out
 * run: --wall 5
 * expected: exited forbidden_call
 * hides: ^carried out
 */
#include <signal.h>
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 200; i++) {
        pid_t child = fork();
        if (child == 0) {
            if (ptrace(PTRACE_TRACEME, 0, 0, 0) == 0) {
                printf("carried out\n");
                fflush(stdout);
            }
            _exit(0);
        }
        usleep(i);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
    }
    return 0;
}
