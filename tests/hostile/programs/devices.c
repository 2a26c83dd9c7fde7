/*
 * attack: opens the memory, the log, the terminals and the disks of the machine, and makes such devices
 * run: --wall 5
 * expected: exited
 * prints: ^opened 0$
 * through: ^opened [4-9]
 * run: --wall 5 -- make
 * expected: forbidden_call
 * call: mknodat mknod
 * hides: ^made$
 * control: host
 * needs: root
 * shows: ^opened [1-9]
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static const char *const names[] = { "/dev/mem", "/dev/kmem", "/dev/port", "/dev/kmsg", "/dev/tty", "/dev/tty0",
    "/dev/console", "/dev/ptmx", "/dev/pts/ptmx", "/dev/sda", "/dev/vda", "/dev/nvme0n1", "/dev/kvm", "/dev/fuse",
    "/dev/net/tun", "/dev/loop-control", "/dev/mapper/control", "/dev/cpu/0/msr", "/dev/dri/card0", "/dev/snd/timer",
    "/dev/userfaultfd", "/dev/vhost-net", "/dev/vsock", "/dev/hpet", "/dev/rtc0", "/dev/input/event0" };

int main(int count, char **arguments)
{
    int opened = 0;

    if (count > 1) {
        if (mknod("/box/null", S_IFCHR | 0666, makedev(1, 1)) == 0)
            puts("made");
        return 0;
    }
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        int fd = open(names[i], O_RDONLY | O_NONBLOCK | O_NOCTTY);
        if (fd >= 0) {
            opened++;
            close(fd);
        }
    }
    printf("opened %d\n", opened);
    return 0;
}
