/*
 * attack: becomes root by set-user-id programs, setuid(2), or a set-user-id file of its own making
 * run: --wall 5
 * expected: exited
 * prints: ^ids 1000 1000 1000 1000, groups ok, capabilities 0$
 * prints: ^copy runs as 1000$
 * control: host root
 * needs: root
 * shows: ^copy runs as 65534$
 */
#include <fcntl.h>
#include <grp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static long capabilities(void)
{
    char line[256];
    unsigned long set = 0, all = 0;
    FILE *file = fopen("/proc/self/status", "r");

    while (file && fgets(line, sizeof(line), file)) {
        if (sscanf(line, "CapInh: %lx", &set) == 1 || sscanf(line, "CapPrm: %lx", &set) == 1 ||
            sscanf(line, "CapEff: %lx", &set) == 1 || sscanf(line, "CapAmb: %lx", &set) == 1)
            all |= set;
    }
    return (long) all;
}

/* Copies this program, marks it set-user-id for another owner where that works, and runs it. */
static void run_copy(void)
{
    char path[] = "/tmp/hostile-setuid-XXXXXX";
    int in = open("/proc/self/exe", O_RDONLY), out = mkstemp(path);
    struct stat status;

    if (in < 0 || out < 0 || fstat(in, &status) < 0 ||
        sendfile(out, in, NULL, (size_t) status.st_size) != status.st_size)
        return;
    if (fchown(out, 65534, 65534) < 0 && getuid() == 0)
        return;
    fchmod(out, 04755);
    close(out);
    if (fork() == 0) {
        execl(path, path, "report", (char *) NULL);
        _exit(1);
    }
    wait(NULL);
    unlink(path);
}

int main(int count, char **arguments)
{
    gid_t groups[64];

    if (count > 1 && strcmp(arguments[1], "report") == 0) {
        printf("copy runs as %d\n", (int) geteuid());
        return 0;
    }
    if (count == 1 && (setuid(0) == 0 || setgid(0) == 0 || seteuid(0) == 0))
        puts("became root");
    int number = getgroups(64, groups), ok = 1;
    for (int i = 0; i < number; i++)
        ok &= groups[i] == 1000 || groups[i] == 65534;
    printf("ids %d %d %d %d, groups %s, capabilities %lx\n", (int) getuid(), (int) geteuid(),
           (int) getgid(), (int) getegid(), ok ? "ok" : "of the host", capabilities());
    fflush(stdout);
    run_copy();
    return 0;
}
