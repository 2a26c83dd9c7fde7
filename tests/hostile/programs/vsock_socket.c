/*
 * attack: opens a socket for the hypervisor
 * run: --wall 5
 * expected: forbidden_call
 * call: socket
 * run: --wall 5 --profile service
 * expected: exited forbidden_call
 * hides: ^opened$
 */
#include <stdio.h>
#include <sys/socket.h>

int main(void)
{
    puts(socket(AF_VSOCK, SOCK_STREAM, 0) >= 0 ? "opened" : "refused");
    return 0;
}
