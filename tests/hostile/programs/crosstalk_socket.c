/*
 * attack: speaks to another room by an abstract socket and by a port of the loopback
 * run: --wall 10 --profile service --loopback -- unix talk
 * with: --wall 10 --profile service --loopback -- unix listen
 * expected: exited
 * prints: ^nobody there$
 * hides: ^connected$
 * run: --wall 10 --profile service --loopback -- tcp talk
 * with: --wall 10 --profile service --loopback -- tcp listen
 * expected: exited
 * prints: ^nobody there$
 * hides: ^connected$
 * control: host unix talk
 * with: unix listen
 * shows: ^connected$
 * control: host tcp talk
 * with: tcp listen
 * shows: ^connected$
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    struct sockaddr_un name = { .sun_family = AF_UNIX, .sun_path = "\0assay-hostile-talk" };
    struct sockaddr_in port = { .sin_family = AF_INET, .sin_port = htons(47811), .sin_addr = { htonl(INADDR_LOOPBACK) } };
    int tcp = strcmp(arguments[1], "tcp") == 0, on = 1;
    struct sockaddr *address = tcp ? (struct sockaddr *) &port : (struct sockaddr *) &name;
    socklen_t size = tcp ? sizeof(port) : sizeof(sa_family_t) + 20;
    int fd = socket(tcp ? AF_INET : AF_UNIX, SOCK_STREAM, 0);

    if (strcmp(arguments[2], "listen") == 0) {
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
        if (bind(fd, address, size) == 0 && listen(fd, 1) == 0)
            puts("listened");
        fflush(stdout);
        sleep(2);
        return 0;
    }
    puts(connect(fd, address, size) == 0 ? "connected" : "nobody there");
    return 0;
}
