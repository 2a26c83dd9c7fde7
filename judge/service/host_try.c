/*
 * Theory of operation: whether a command of a README is the service shows only when it runs: it
 * listens, or it ends. Which ports of the room are listened on the kernel tells (sock_diag), since
 * which one it will be is not known; /proc/net is not in a room.
 */
#include "judge/service/host_internal.h"

#include "judge/base/clock.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

enum { LOG_BYTES = 64 << 10, LISTENING = 10 };

static const double other_port_s = 3; /* so long may tools listen before the service does */

bool host_has_port(const struct host_ports *ports, int port)
{
    for (size_t i = 0; i < ports->count; i++)
        if (ports->items[i] == port)
            return true;
    return false;
}

static void add_port(struct host_ports *ports, int port)
{
    if (ports->count < COUNT(ports->items) && !host_has_port(ports, port))
        ports->items[ports->count++] = port;
}

/* ---- What listens ---------------------------------------------------------------------------- */

static int ask_kernel(int socket_fd, int family)
{
    struct {
        struct nlmsghdr header;
        struct inet_diag_req_v2 request;
    } message = {
        .header = { .nlmsg_len = sizeof(message),
                    .nlmsg_type = SOCK_DIAG_BY_FAMILY,
                    .nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP },
        .request = { .sdiag_family = (uint8_t) family,
                     .sdiag_protocol = IPPROTO_TCP,
                     .idiag_states = 1u << LISTENING },
    };
    struct sockaddr_nl kernel = { .nl_family = AF_NETLINK };

    return sendto(socket_fd, &message, sizeof(message), 0, (struct sockaddr *) &kernel,
                  sizeof(kernel)) == sizeof(message)
               ? 0
               : -errno;
}

/* Takes the messages of an answer; 1 when it is over. */
static int take_messages(char *bytes, size_t size, struct host_ports *ports)
{
    for (struct nlmsghdr *header = (struct nlmsghdr *) (void *) bytes; NLMSG_OK(header, size);
         header = NLMSG_NEXT(header, size)) {
        if (header->nlmsg_type == NLMSG_DONE)
            return 1;
        if (header->nlmsg_type == NLMSG_ERROR)
            return -ENOTSUP;
        if (header->nlmsg_type == SOCK_DIAG_BY_FAMILY) {
            const struct inet_diag_msg *found = NLMSG_DATA(header);
            add_port(ports, ntohs(found->id.idiag_sport));
        }
    }
    return 0;
}

/* Source  sock_diag(7). */
static int list_ports(int socket_fd, int family, struct host_ports *ports)
{
    const struct timeval patience = { .tv_sec = 2 };
    _Alignas(struct nlmsghdr) char bytes[8192];
    int status = ask_kernel(socket_fd, family);

    setsockopt(socket_fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    while (status == 0) {
        ssize_t size = recv(socket_fd, bytes, sizeof(bytes), 0);
        status = size > 0 ? take_messages(bytes, (size_t) size, ports) : -ENOTSUP;
    }
    return status < 0 ? status : 0;
}

static bool is_taken(struct host *host, int port, struct error *error)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_port = htons((uint16_t) port),
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    struct sandbox_error fault;
    AUTO_CLOSE int socket_fd = -1;

    if (sandbox_room_socket(host->room, AF_INET, SOCK_STREAM, 0, &socket_fd, &fault) < 0) {
        error_from_sandbox(error, &fault);
        return false;
    }
    return connect(socket_fd, (struct sockaddr *) &address, sizeof(address)) == 0;
}

int host_listening(struct host *host, const struct host_ports *wanted, struct host_ports *ret,
                   struct error *error)
{
    AUTO_CLOSE int socket_fd = -1;
    struct sandbox_error fault;
    int status = sandbox_room_socket(host->room, AF_NETLINK, SOCK_DGRAM, NETLINK_SOCK_DIAG,
                                     &socket_fd, &fault);

    *ret = (struct host_ports){ 0 };
    if (status == 0)
        status = list_ports(socket_fd, AF_INET, ret);
    if (status == 0)
        status = list_ports(socket_fd, AF_INET6, ret);
    if (status == 0)
        return 0;
    /* A kernel that does not tell: what is wanted can still be tried. */
    *ret = (struct host_ports){ 0 };
    error->code = 0;
    for (size_t i = 0; i < wanted->count && error->code == 0; i++)
        if (is_taken(host, wanted->items[i], error))
            add_port(ret, wanted->items[i]);
    return error->code;
}

/* ---- One try --------------------------------------------------------------------------------- */

/* How it ended, with what it wrote. */
static int take_end(struct host *host, const struct sandbox_result *result, double limit_s,
                    bool late, struct host_run *run, struct error *error)
{
    run->good = !late && result->outcome == SANDBOX_EXITED && result->exit_status == 0;
    run->exit_status = late ? -1 : result->exit_status;
    if (late)
        snprintf(run->reason, sizeof(run->reason), "neither ended nor listened for %.0f s",
                 limit_s);
    else if (!run->good)
        host_say_end(result, limit_s, run->reason, sizeof(run->reason));
    run->output = host_log_tail(host, LOG_BYTES);
    if (!run->output)
        return error_set(error, -ENOMEM, "out of memory");
    run->output_size = strlen(run->output);
    return 0;
}

/* One look. *ret_over: it listens, or has ended. */
static int look(struct host *host, const struct host_ports *wanted, double *other_s,
                bool *ret_listens, struct error *error)
{
    struct host_ports ports;
    int status = host_listening(host, wanted, &ports, error);

    if (status < 0)
        return status;
    for (size_t i = 0; i < wanted->count; i++)
        *ret_listens |= host_has_port(&ports, wanted->items[i]);
    if (ports.count == 0)
        *other_s = 0;
    else if (*other_s == 0)
        *other_s = clock_now_s();
    *ret_listens |= ports.count > 0 && clock_now_s() - *other_s > other_port_s;
    return 0;
}

int host_try(struct host *host, const char *command, const struct host_ports *wanted,
             double limit_s, bool *ret_listens, struct host_run *ret, struct error *error)
{
    struct sandbox_result result = { 0 };
    struct sandbox_error fault;
    double start_s = clock_now_s(), other_s = 0;
    bool listens = false, late = false;
    int status = host_launch_bare(host, command, error), ended = -ETIMEDOUT;

    while (status == 0 && !listens && ended == -ETIMEDOUT) {
        ended = sandbox_program_wait(host->program, 100, &result, &fault);
        if (ended < 0 && ended != -ETIMEDOUT)
            return error_from_sandbox(error, &fault);
        if (ended == 0)
            break;
        late = clock_now_s() - start_s > limit_s;
        status = late ? host_kill(host, error) : look(host, wanted, &other_s, &listens, error);
        if (late)
            break;
    }
    if (status < 0)
        return status;
    ret->seconds = clock_now_s() - start_s;
    *ret_listens = listens;
    if (listens) {
        ret->good = true;
        return 0;
    }
    status = take_end(host, &result, limit_s, late, ret, error);
    sandbox_result_clear(&result);
    if (!late && sandbox_room_stop(host->room, &fault) < 0)
        return error_from_sandbox(error, &fault);
    host->program = NULL;
    return status;
}
