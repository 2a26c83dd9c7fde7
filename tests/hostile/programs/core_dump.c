/*
 * attack: crashes with a core dump, which a handler of the host would get
 * run: --wall 5
 * expected: signalled
 * prints: ^core limit 0, hard 0$
 * hides: raised
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

int main(void)
{
    struct rlimit limit, wanted = { RLIM_INFINITY, RLIM_INFINITY };

    getrlimit(RLIMIT_CORE, &limit);
    printf("core limit %ld, hard %ld\n", (long) limit.rlim_cur, (long) limit.rlim_max);
    if (setrlimit(RLIMIT_CORE, &wanted) == 0)
        puts("raised");
    fflush(stdout);
    abort();
}
