/*
 * attack: nests directories deeper than any path is long, so that whoever cleans up recurses for ever
 * run: --wall 20 -- 1000000
 * expected: exited
 * hides: ^deep 1000000$
 * prints: ^deep [0-9]+$
 * control: room --wall 20 -- 1000
 * shows: ^deep 1000$
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    int depth = 0, most = count > 1 ? atoi(arguments[1]) : 10;

    while (depth < most && mkdir("ddddddddddddddddddddddddddd", 0700) == 0 && chdir("ddddddddddddddddddddddddddd") == 0)
        depth++;
    printf("deep %d\n", depth);
    return 0;
}
