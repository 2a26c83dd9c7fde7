/*
 * attack: leaves a daemon behind (double fork, own session) that outlives the run
 * run: --wall 5
 * expected: exited
 * prints: ^daemon [0-9]+ left$
 * control: host
 * shows: ^daemon [0-9]+ left$
 * survivors: some
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int report[2];
    pid_t daemon_pid = 0;

    if (pipe(report) < 0)
        return 1;
    if (fork() == 0) {
        setsid();
        if (fork() == 0) {
            int null = open("/dev/null", O_RDWR);
            for (int fd = 0; fd < 3; fd++)
                dup2(null, fd);
            pid_t self = getpid();
            if (write(report[1], &self, sizeof(self)) != sizeof(self))
                _exit(1);
            sleep(30);
        }
        _exit(0);
    }
    wait(NULL);
    if (read(report[0], &daemon_pid, sizeof(daemon_pid)) != sizeof(daemon_pid))
        return 1;
    printf("daemon %d left\n", (int) daemon_pid);
    return 0;
}
