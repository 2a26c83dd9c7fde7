/*
 * attack: calls the kernel by the i386 or the x32 table, where numbers mean other calls
 * only: x86_64
 * run: -- i386
 * expected: signalled forbidden_call
 * hides: ^answered
 * run: -- x32
 * expected: signalled forbidden_call
 * hides: ^answered
 * control: host x32
 * shows: ^answered
 */
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    long result = 20; /* getpid of i386 */

    if (count > 1 && strcmp(arguments[1], "i386") == 0)
#if defined(__x86_64__)
        __asm__ volatile("int $0x80" : "+a"(result) : : "memory");
#else
        return 2;
#endif
    else
        result = syscall(0x40000000 | SYS_getpid);
    printf("answered %ld\n", result);
    return 0;
}
