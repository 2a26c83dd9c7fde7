/*
 * attack: stops its parent, so that nobody would end it
 * run: --cpu 1 --wall 1
 * expected: wall_limit
 * prints: ^parent [01]: not stopped$
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int parent = getppid();

    printf("parent %d: %s\n", parent,
           parent > 1 && kill(parent, SIGSTOP) == 0 ? "stopped" : "not stopped");
    kill(1, SIGSTOP);
    fflush(stdout);
    for (;;)
        pause();
}
