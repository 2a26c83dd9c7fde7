/*
 * attack: writes the kernel's settings through /proc and /sys, core_pattern above all
 * run: --wall 5
 * expected: exited
 * prints: ^0 of [0-9]+ could be opened$
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    static const char *const files[] = {
        "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe", "/proc/sys/vm/overcommit_memory",
        "/proc/sysrq-trigger", "/proc/kcore", "/proc/kmsg", "/proc/1/mem", "/proc/1/oom_score_adj",
        "/proc/1/uid_map", "/sys/kernel/uevent_helper", "/sys/power/state",
        "/sys/fs/cgroup/cgroup.procs", "/dev/mem", "/dev/kmsg", "/dev/sda", "/dev/vda",
    };
    int count = sizeof(files) / sizeof(files[0]), opened = 0;

    for (int i = 0; i < count; i++) {
        int fd = open(files[i], O_WRONLY);
        if (fd < 0)
            continue;
        printf("opened %s\n", files[i]);
        opened++;
        close(fd);
    }
    printf("%d of %d could be opened\n", opened, count);
    return 0;
}
