/*
 * attack: executes itself with arguments and an environment of as many bytes as the kernel takes
 * run: --memory 67108864 --wall 10
 * expected: exited
 * prints: ^(refused: Argument list too long|got [0-9]+ bytes)$
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments, char **environment)
{
    static char text[100000];
    static char *words[2000];
    size_t bytes = 0;

    if (count > 2) {
        for (int i = 0; i < count; i++)
            bytes += strlen(arguments[i]);
        printf("got %zu bytes\n", bytes);
        return 0;
    }
    memset(text, 'x', sizeof(text) - 1);
    for (int use = 1999; use > 3; use /= 2) {
        for (int i = 1; i < use; i++)
            words[i] = text;
        words[0] = arguments[0];
        words[use] = NULL;
        execve("/proc/self/exe", words, words);
    }
    printf("refused: %s\n", strerror(errno));
    return 0;
}
