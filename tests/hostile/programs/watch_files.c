/*
 * attack: is told which files of the shared binds others open: inotify, dnotify, and leases that hold them up
 * run: --wall 5 -- inotify
 * expected: forbidden_call exited
 * hides: ^watching$
 * run: --wall 5 --profile node -- inotify
 * expected: exited
 * prints: ^refused$
 * run: --wall 5 --profile service -- inotify
 * expected: exited
 * prints: ^refused$
 * run: --wall 5 -- dnotify
 * expected: forbidden_call exited
 * hides: ^watching$
 * run: --wall 5 -- lease
 * expected: forbidden_call exited
 * hides: ^watching$
 * control: host inotify
 * shows: ^watching$
 * control: host dnotify
 * shows: ^watching$
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    const char *way = count > 1 ? arguments[1] : "";
    int result = -1;

    if (strcmp(way, "inotify") == 0)
        result = inotify_add_watch(inotify_init1(IN_CLOEXEC), "/usr/bin", IN_OPEN | IN_ACCESS);
    if (strcmp(way, "dnotify") == 0)
        result = fcntl(open("/usr/bin", O_RDONLY), F_NOTIFY, DN_ACCESS);
    if (strcmp(way, "lease") == 0)
        result = fcntl(open(arguments[0], O_RDONLY), F_SETLEASE, F_RDLCK);
    puts(result >= 0 ? "watching" : "refused");
    return 0;
}
