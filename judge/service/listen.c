/* A listening socket of the judge's on the loopback of a room, for receivers and proxies. */
#include "judge/service/listen.h"

#include "judge/base/memory.h"

#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

enum { PORTS = 50, BACKLOG = 4096 };

int listen_in_room(struct sandbox_room *room, int first, int *ret_fd, int *ret_port,
                   struct error *error)
{
    struct sandbox_error fault;
    AUTO_CLOSE int fd = -1;
    int yes = 1;

    if (sandbox_room_socket(room, AF_INET, SOCK_STREAM, 0, &fd, &fault) < 0)
        return error_from_sandbox(error, &fault);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    for (int port = first; port < first + PORTS; port++) {
        struct sockaddr_in address = { .sin_family = AF_INET,
                                       .sin_port = htons((uint16_t) port),
                                       .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
        if (bind(fd, (struct sockaddr *) &address, sizeof(address)) == 0 &&
            listen(fd, BACKLOG) == 0) {
            *ret_port = port;
            *ret_fd = steal_fd(&fd);
            return 0;
        }
    }
    return error_set(error, -errno, "no free port in the room from %d on: %s", first,
                     strerror(errno));
}
