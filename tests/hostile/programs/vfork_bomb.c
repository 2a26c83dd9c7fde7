/*
 * attack: forks for ever, each child at once leaving its session
 * run: --cpu 2 --wall 4 --processes 20
 * expected: cpu_limit wall_limit
 */
#include <unistd.h>

int main(void)
{
    for (;;)
        if (fork() == 0)
            setsid();
}
