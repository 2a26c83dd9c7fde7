/*
 * attack: submits asynchronous reads and writes, which end after the program
 * run: --wall 5
 * expected: forbidden_call
 * call: io_setup
 * hides: ^answered [0-9]
 * control: host
 * shows: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    unsigned long context = 0;
    long result = syscall(SYS_io_setup, 64, &context);
    printf("answered %ld\n", (long) result);
    return 0;
}
