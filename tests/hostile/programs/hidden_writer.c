/*
 * attack: ends with its stdout kept open by a message that is on its way to nobody
 * run: --wall 5 --open-files 2000
 * expected: exited
 * prints: ^hidden$
 * run: --wall 5 --profile node
 * expected: exited
 * prints: ^hidden$
 */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define FILTER_SEND_FD 1023 /* on which every program may send */

int main(void)
{
    int pair[2], sent[3];
    char byte = 0, space[CMSG_SPACE(sizeof(sent))] = { 0 };
    struct iovec data = { &byte, 1 };
    struct msghdr message = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = space, .msg_controllen = sizeof(space)
    };
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) < 0)
        return 1;
    int by = dup2(pair[0], FILTER_SEND_FD);
    if (by < 0)
        by = pair[0];
    memcpy(sent, (int[]){ 1, pair[0], pair[1] }, sizeof(sent));
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(sent));
    memcpy(CMSG_DATA(header), sent, sizeof(sent));
    if (sendmsg(by, &message, 0) == 1)
        printf("hidden\n");
    return 0;
}
