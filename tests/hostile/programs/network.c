/*
 * attack: connects to a server on the host, over TCP, UDP and an abstract unix socket
 * run: --wall 5 -- tcp {port}
 * expected: forbidden_call
 * call: socket
 * run: --wall 5 --profile service -- tcp {port}
 * expected: exited
 * prints: ^cannot connect:
 * hides: ^connected
 * run: --wall 5 --profile service -- unix {port}
 * expected: exited
 * prints: ^cannot connect:
 * hides: ^connected
 * control: host tcp {port}
 * shows: ^connected: hello from the host$
 * control: host unix {port}
 * shows: ^connected: hello from the host$
 */
#include <arpa/inet.h>
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    struct sockaddr_in host = { .sin_family = AF_INET };
    struct sockaddr_un local = { .sun_family = AF_UNIX };
    char text[64] = "";

    if (count < 3)
        return 2;
    int is_unix = strcmp(arguments[1], "unix") == 0;
    host.sin_port = htons((unsigned short) atoi(arguments[2]));
    host.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int length = snprintf(local.sun_path + 1, sizeof(local.sun_path) - 1, "assay-hostile-%s",
                          arguments[2]);
    int fd = socket(is_unix ? AF_UNIX : AF_INET, SOCK_STREAM, 0);
    if (fd < 0 ||
        connect(fd, is_unix ? (struct sockaddr *) &local : (struct sockaddr *) &host,
                is_unix ? (socklen_t) (offsetof(struct sockaddr_un, sun_path) + 1 + (size_t) length)
                        : (socklen_t) sizeof(host)) < 0) {
        printf("cannot connect: %s\n", strerror(errno));
        return 0;
    }
    if (read(fd, text, sizeof(text) - 1) < 0)
        return 1;
    printf("connected: %s\n", text);
    return 0;
}
