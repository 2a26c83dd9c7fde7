/*
 * attack: lowers the limits of the room's first process, so that it cannot open or fork any more
 * run: --wall 5
 * expected: forbidden_call
 * call: prlimit64
 * hides: ^lowered$
 */
#include <stdio.h>
#include <sys/resource.h>

int main(void)
{
    struct rlimit none = { 0, 0 };

    if (prlimit(1, RLIMIT_NOFILE, &none, NULL) == 0)
        puts("lowered");
    return 0;
}
