/*
 * attack: spreads its memory over children, each far below the limit
 * run: --memory 67108864 --processes 32 --wall 10 -- 16
 * expected: memory_limit
 * control: room --memory 268435456 --processes 32 --wall 10 -- 16
 * shows: ^all 16 children have 8 MiB$
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    int children = count > 1 ? atoi(arguments[1]) : 16, ready[2], done = 0;
    char byte;

    if (pipe(ready) < 0)
        return 1;
    for (int i = 0; i < children; i++) {
        if (fork() != 0)
            continue;
        volatile char *block = malloc(8 << 20);
        for (int at = 0; block && at < 8 << 20; at += 1024)
            block[at] = (char) (i + 1);
        if (write(ready[1], "", 1) != 1)
            _exit(1);
        for (;;)
            pause();
    }
    while (done < children && read(ready[0], &byte, 1) == 1)
        done++;
    printf("all %d children have 8 MiB\n", done);
    return 0;
}
