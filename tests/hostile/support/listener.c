/*
 * The server on the host that hostile programs try to reach: answers over TCP on 127.0.0.1 and over
 * an abstract unix socket named after the port, and prints the port once both can be reached.
 */
#include <arpa/inet.h>
#include <poll.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define GREETING "hello from the host"

int main(void)
{
    struct sockaddr_in inet = { .sin_family = AF_INET };
    struct sockaddr_un local = { .sun_family = AF_UNIX };
    socklen_t size = sizeof(inet);
    struct pollfd sockets[2] = { { .events = POLLIN }, { .events = POLLIN } };

    prctl(PR_SET_NAME, "host-mark");
    inet.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockets[0].fd = socket(AF_INET, SOCK_STREAM, 0);
    sockets[1].fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(sockets[0].fd, (struct sockaddr *) &inet, size) < 0 ||
        getsockname(sockets[0].fd, (struct sockaddr *) &inet, &size) < 0)
        return 1;
    int port = ntohs(inet.sin_port);
    int length = snprintf(local.sun_path + 1, sizeof(local.sun_path) - 1, "assay-hostile-%d", port);
    if (bind(sockets[1].fd, (struct sockaddr *) &local,
             (socklen_t) (offsetof(struct sockaddr_un, sun_path) + 1 + (size_t) length)) < 0 ||
        listen(sockets[0].fd, 8) < 0 || listen(sockets[1].fd, 8) < 0)
        return 1;
    printf("%d\n", port);
    fflush(stdout);
    while (poll(sockets, 2, -1) > 0) {
        for (int i = 0; i < 2; i++) {
            int peer = sockets[i].revents ? accept(sockets[i].fd, NULL, NULL) : -1;
            if (peer < 0)
                continue;
            if (write(peer, GREETING, sizeof(GREETING) - 1) < 0)
                return 1;
            close(peer);
        }
    }
    return 0;
}
