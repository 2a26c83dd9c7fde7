/*
 * attack: works in a grandchild that nobody waits for, which getrusage(2) never counts
 * run: --cpu 0.5 --wall 10 -- 60
 * expected: cpu_limit
 * control: room --cpu 5 --wall 10 -- 1
 * shows: ^worked 1 s, 0[.][01][0-9]* of it counted by getrusage$
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double cpu_seconds(void)
{
    struct timespec used;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (double) used.tv_sec + (double) used.tv_nsec / 1e9;
}

int main(int count, char **arguments)
{
    int seconds = count > 1 ? atoi(arguments[1]) : 60, done[2];
    struct rusage self, children;
    char byte;

    if (pipe(done) < 0)
        return 1;
    if (fork() == 0) {
        if (fork() == 0) {
            while (cpu_seconds() < seconds)
                ;
            if (write(done[1], "", 1) != 1)
                _exit(1);
        }
        _exit(0);
    }
    wait(NULL);
    if (read(done[0], &byte, 1) != 1)
        return 1;
    getrusage(RUSAGE_SELF, &self);
    getrusage(RUSAGE_CHILDREN, &children);
    printf("worked %d s, %.3f of it counted by getrusage\n", seconds,
           (double) (self.ru_utime.tv_usec + self.ru_stime.tv_usec + children.ru_utime.tv_usec +
                     children.ru_stime.tv_usec) /
               1e6);
    return 0;
}
