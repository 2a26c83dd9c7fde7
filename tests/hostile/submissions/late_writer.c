/*
 * attack: a child in a session of its own goes on writing when its parent has ended
 * expected: WA
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 8; i++) {
        if (fork() != 0)
            continue;
        setsid();
        for (;;) {
            usleep(1000);
            write(1, "first\n", 6);
            write(1, "Kd83", 4);
        }
    }
    return 0;
}
