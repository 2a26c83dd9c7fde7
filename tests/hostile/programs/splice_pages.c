/*
 * attack: gives the kernel pages of its own to read from, and changes them meanwhile
 * run: --wall 5
 * expected: forbidden_call
 * call: vmsplice
 * hides: ^answered [0-9]
 * control: host
 * shows: ^answered 4$
 */
#include <sys/uio.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char text[] = "text";
    struct iovec pages = { text, 4 };
    int ends[2];
    pipe(ends);
    long result = vmsplice(ends[1], &pages, 1, SPLICE_F_GIFT);
    printf("answered %ld\n", (long) result);
    return 0;
}
