/*
 * attack: opens a socket for packets of the network card
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
    puts(socket(AF_PACKET, SOCK_RAW, 0x0300) >= 0 ? "opened" : "refused");
    return 0;
}
