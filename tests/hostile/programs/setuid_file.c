/*
 * attack: leaves a set-user-id file, and runs it
 * run: --wall 5
 * expected: exited
 * prints: ^uid 1000, effective 1000$
 * hides: effective 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    (void) arguments;
    if (count > 1) {
        printf("uid %d, effective %d\n", (int) getuid(), (int) geteuid());
        return 0;
    }
    char self[4096] = "", copy[5000];
    if (readlink("/proc/self/exe", self, sizeof(self) - 1) < 0)
        return 1;
    FILE *from = fopen(self, "rb"), *to = fopen("/box/copy", "wb");
    for (size_t got; from && to && (got = fread(copy, 1, sizeof(copy), from)) > 0;)
        fwrite(copy, 1, got, to);
    if (to)
        fclose(to);
    chmod("/box/copy", 06755);
    execl("/box/copy", "/box/copy", "again", (char *) NULL);
    printf("uid %d, effective %d\n", (int) getuid(), (int) geteuid());
    return 0;
}
