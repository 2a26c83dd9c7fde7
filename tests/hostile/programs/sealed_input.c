/*
 * attack: changes its input by every way there is: write, mmap, truncate, hole, and new rights
 * run: --wall 5 --stdin {input}
 * expected: exited
 * prints: ^0 of 5 worked$
 * control: host
 * shows: ^[1-5] of 5 worked$
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    int again = open("/proc/self/fd/0", O_RDWR), worked = 0;

    worked += write(0, "x", 1) == 1;
    worked += ftruncate(again, 0) == 0 || ftruncate(0, 0) == 0;
    worked += mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, again >= 0 ? again : 0, 0) != MAP_FAILED;
    worked += fallocate(again >= 0 ? again : 0, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, 4) == 0;
    worked += truncate("/proc/self/fd/0", 0) == 0;
    printf("%d of 5 worked\n", worked);
    return 0;
}
