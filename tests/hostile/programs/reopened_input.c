/*
 * attack: opens its standard input again for writing, to change the judge's test data
 * run: --wall 5 --stdin {input}
 * expected: exited
 * prints: ^read 1234 and could not write$
 * hides: ^wrote
 * control: host
 * shows: ^wrote over it$
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char text[5] = "";
    int written = 0;

    for (int i = 0; i < 2; i++) {
        int fd = open(i ? "/dev/stdin" : "/proc/self/fd/0", O_WRONLY);
        if (fd >= 0 && write(fd, "9999", 4) == 4)
            written++;
    }
    if (write(0, "9999", 4) == 4)
        written++;
    if (written)
        puts("wrote over it");
    else if (read(0, text, 4) == 4)
        printf("read %s and could not write\n", text);
    return 0;
}
