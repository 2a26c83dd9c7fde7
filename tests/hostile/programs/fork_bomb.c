/*
 * attack: forks until nothing more is given, and then goes on trying
 * run: --wall 1.5 --processes 20
 * expected: wall_limit cpu_limit
 * prints: ^stopped after (1[0-9]|20) processes$
 * control: room --wall 1.5 --processes 60
 * shows: ^stopped after (5[0-9]|60) processes$
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int processes = 1;

    for (;;) {
        pid_t pid = fork();
        if (pid < 0)
            break;
        if (pid == 0)
            for (;;)
                pause();
        processes++;
    }
    printf("stopped after %d processes\n", processes);
    fflush(stdout);
    for (;;)
        fork();
}
