/*
 * attack: executes itself from a file in memory, to be rid of the filter and of no_new_privs
 * run: --wall 5 --profile jvm
 * expected: forbidden_call
 * call: ptrace
 * prints: ^executed from memory, no_new_privs 1, filter 2$
 * hides: ^traced$
 * control: host
 * shows: ^executed from memory, no_new_privs 0, filter 0$
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/sendfile.h>
#include <unistd.h>

static int field(const char *name)
{
    FILE *status = fopen("/proc/self/status", "r");
    char line[256];
    int value = -1;

    while (status && fgets(line, sizeof(line), status)) {
        if (strncmp(line, name, strlen(name)) == 0)
            sscanf(line + strlen(name), "%d", &value);
    }
    return value;
}

int main(int count, char **arguments)
{
    char *again[] = { "again", "again", NULL }, *none[] = { NULL };

    if (count < 2) {
        int from = open("/proc/self/exe", O_RDONLY), to = memfd_create("program", 0);
        while (sendfile(to, from, NULL, 1 << 20) > 0)
            ;
        fexecve(to, again, none);
        perror("fexecve");
        return 1;
    }
    printf("executed from memory, no_new_privs %d, filter %d\n", field("NoNewPrivs:"),
           field("Seccomp:"));
    fflush(stdout);
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) == 0)
        printf("traced\n");
    return 0;
}
