/*
 * attack: reads all descriptors that it may have inherited and shows what it found
 * expected: RTE
 * hides: Kd83nVqhYpxA0s|MARK_OF_THE_JUDGE secret
 * hides: input overwritten
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char path[64], text[4096];

    for (int fd = 0; fd < 1024; fd++) {
        snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
        int again = open(path, O_RDWR);
        lseek(fd, 0, SEEK_SET);
        for (ssize_t size; (size = read(fd, text, sizeof(text))) > 0;)
            write(2, text, (size_t) size);
        if (again >= 0 && pwrite(again, "taken", 5, 0) == 5 && fd == 0)
            fputs("input overwritten", stderr);
    }
    return 3;
}
