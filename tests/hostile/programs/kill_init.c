/*
 * attack: sends every signal to the first process of its room
 * run: --wall 5
 * expected: exited
 * prints: ^still here after [0-9]+ signals$
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int sent = 0;

    for (int i = 1; i < 65; i++)
        if (i != SIGCONT)
            sent += kill(1, i) == 0;
    usleep(200000);
    printf("still here after %d signals\n", sent);
    return 0;
}
