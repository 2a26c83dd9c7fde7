/*
 * attack: asks the host's random number generator for more than bytes
 * run: --wall 5
 * expected: forbidden_call
 * call: ioctl
 * hides: ^entropy: 0$
 * control: host
 * shows: ^entropy: 0$
 */
#include <fcntl.h>
#include <linux/random.h>
#include <stdio.h>
#include <sys/ioctl.h>

int main(void)
{
    int bits, fd = open("/dev/urandom", O_RDWR);

    printf("entropy: %d\n", ioctl(fd, RNDGETENTCNT, &bits));
    return 0;
}
