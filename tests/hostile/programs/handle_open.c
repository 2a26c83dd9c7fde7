/*
 * attack: opens files of the host by their handles
 * run: --wall 5
 * expected: forbidden_call
 * call: open_by_handle_at
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_open_by_handle_at, -100, NULL, 0));
    return 0;
}
