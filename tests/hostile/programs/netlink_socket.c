/*
 * attack: listens to the kernel's events about devices
 * run: --wall 5
 * expected: exited
 * prints: ^refused$
 * run: --wall 5 --profile service
 * expected: forbidden_call
 * call: socket
 * hides: ^opened$
 */
#include <linux/netlink.h>
#include <stdio.h>
#include <sys/socket.h>

int main(void)
{
    puts(socket(AF_NETLINK, SOCK_RAW, NETLINK_KOBJECT_UEVENT) >= 0 ? "opened" : "refused");
    return 0;
}
