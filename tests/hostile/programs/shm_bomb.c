/*
 * attack: fills memory by a mapped file in /dev/shm
 * run: --memory 67108864 --wall 20
 * expected: memory_limit signalled
 * hides: ^filled$
 * control: room --memory 268435456 --wall 20
 * shows: ^filled$
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void)
{
    const size_t size = 120ul << 20;
    int fd = open("/dev/shm/block", O_RDWR | O_CREAT, 0600);

    if (fd < 0 || ftruncate(fd, (off_t) size) < 0)
        return 1;
    char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (memory == MAP_FAILED)
        return 1;
    memset(memory, 7, size);
    puts("filled");
    return 0;
}
