/*
 * attack: crashes with a core dump; a handler of the host (core_pattern with a pipe) reads it at a limit of 0 too
 * run: --wall 5
 * expected: signalled
 * prints: ^core limit 1, hard 1$
 * hides: raised|lowered
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

int main(void)
{
    struct rlimit limit, wanted = { RLIM_INFINITY, RLIM_INFINITY }, none = { 0, 0 };

    getrlimit(RLIMIT_CORE, &limit);
    printf("core limit %ld, hard %ld\n", (long) limit.rlim_cur, (long) limit.rlim_max);
    if (setrlimit(RLIMIT_CORE, &wanted) == 0)
        puts("raised");
    if (setrlimit(RLIMIT_CORE, &none) == 0)
        puts("lowered");
    fflush(stdout);
    abort();
}
