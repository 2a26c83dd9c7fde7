/*
 * attack: hides descriptors inside sockets, where no limit counts them and no close finds them
 * run: --wall 10
 * expected: exited forbidden_call
 * hides: ^hidden [0-9]{4,}$
 * control: host
 * shows: ^hidden [1-9]
 */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    char byte = 0, space[CMSG_SPACE(sizeof(int))] = { 0 };
    struct iovec data = { &byte, 1 };
    struct msghdr message = { .msg_iov = &data, .msg_iovlen = 1, .msg_control = space, .msg_controllen = sizeof(space) };
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    long hidden = 0;
    int pair[2];

    while (hidden < 20000 && socketpair(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0, pair) == 0) {
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(header), &pair[1], sizeof(int));
        if (sendmsg(pair[0], &message, 0) != 1)
            break;
        hidden++;
        close(pair[0]);
        close(pair[1]);
    }
    printf("hidden %ld\n", hidden);
    return 0;
}
