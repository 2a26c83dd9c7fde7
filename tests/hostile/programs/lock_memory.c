/*
 * attack: locks memory, so that the host cannot move or swap it
 * run: --wall 5
 * expected: exited
 * prints: ^0 of 2 locked$
 * control: host
 * needs: root
 * shows: ^[12] of 2 locked$
 */
#include <stdio.h>
#include <sys/mman.h>

int main(void)
{
    void *memory = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int locked = mlock(memory, 1 << 20) == 0;

    locked += mlockall(MCL_CURRENT | MCL_FUTURE) == 0;
    printf("%d of 2 locked\n", locked);
    return 0;
}
