/*
 * attack: raises each resource limit to the most there is, its own and those of init
 * run: --wall 5 --open-files 100 --file-size 65536
 * expected: exited
 * prints: ^0 raised$
 */
#include <stdio.h>
#include <sys/resource.h>

int main(void)
{
    struct rlimit before, most = { RLIM_INFINITY, RLIM_INFINITY };
    int raised = 0;

    for (int i = 0; i < 16; i++) {
        getrlimit(i, &before);
        if (before.rlim_max != RLIM_INFINITY && setrlimit(i, &most) == 0)
            raised++;
    }
    printf("%d raised\n", raised);
    return 0;
}
