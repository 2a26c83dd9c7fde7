/*
 * attack: makes system calls by a ring, past every filter
 * run: --wall 5
 * expected: forbidden_call
 * call: io_uring_setup
 * hides: ^answered [0-9]
 */
#include <linux/io_uring.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct io_uring_params parameters = { 0 };
    long result = syscall(SYS_io_uring_setup, 8, &parameters);
    printf("answered %ld\n", (long) result);
    return 0;
}
