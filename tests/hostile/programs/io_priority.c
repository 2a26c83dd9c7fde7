/*
 * attack: takes the first place in the queue of every disk
 * run: --wall 5
 * expected: exited
 * prints: ^refused$
 * control: host
 * needs: root
 * shows: ^taken$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    puts(syscall(SYS_ioprio_set, 1, 0, 1 << 13) == 0 ? "taken" : "refused");
    return 0;
}
