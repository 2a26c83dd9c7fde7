/*
 * attack: has the host flush its disks again and again, by a file that it is shown
 * run: --wall 5
 * expected: exited
 * prints: ^nothing flushed$
 * control: host
 * shows: ^flushed$
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

/* A call that is carried out fails for a descriptor that is not open. */
int main(void)
{
    int fd = open("/usr/bin/env", O_RDONLY), flushed = 0;
    void *map = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0);

    for (int i = 0; i < 100; i++)
        fsync(fd);
    msync(map, 4096, MS_SYNC);
    flushed += fsync(-1) < 0;
    flushed += fdatasync(-1) < 0;
    flushed += sync_file_range(-1, 0, 0, 7) < 0;
    flushed += msync((void *) 1, 1, MS_SYNC) < 0;
    puts(flushed ? "flushed" : "nothing flushed");
    return 0;
}
