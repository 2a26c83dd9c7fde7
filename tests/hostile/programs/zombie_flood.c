/*
 * attack: leaves dead children that nobody waits for, until there is no room for processes
 * run: --wall 10 --processes 20
 * expected: exited
 * prints: ^(1[0-9]|20) dead$
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int dead = 0;
    pid_t pid;

    while (dead < 1000 && (pid = fork()) >= 0) {
        if (pid == 0)
            _exit(0);
        dead++;
    }
    printf("%d dead\n", dead);
    return 0;
}
