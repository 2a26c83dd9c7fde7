/*
 * attack: looks for a cgroup hierarchy or kernel settings that it could write to
 * run: --wall 5
 * expected: exited
 * prints: ^nothing to write to$
 * through: ^sees .(sys|proc.sys)
 * control: host
 * shows: ^sees
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    static const char *const paths[] = { "/sys/fs/cgroup", "/sys/kernel", "/proc/sys/kernel/hostname",
                                         "/proc/sysrq-trigger", "/proc/self/oom_score_adj" };
    int found = 0;

    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        if (access(paths[i], i < 2 ? F_OK : W_OK) != 0)
            continue;
        printf("sees %s\n", paths[i]);
        found++;
    }
    if (!found)
        puts("nothing to write to");
    return 0;
}
