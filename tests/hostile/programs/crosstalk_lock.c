/*
 * attack: speaks to another room by locks on a file that both are shown
 * run: --wall 10 -- flock look
 * with: --wall 10 -- flock hold
 * expected: exited
 * prints: ^not locked$
 * hides: ^locked by another$
 * run: --wall 10 -- posix look
 * with: --wall 10 -- posix hold
 * expected: exited
 * prints: ^not locked$
 * hides: ^locked by another$
 * control: host flock look
 * with: flock hold
 * shows: ^locked by another$
 * control: host posix look
 * with: posix hold
 * shows: ^locked by another$
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    int fd = open("/usr/bin/env", O_RDONLY);
    struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET };
    int posix = strcmp(arguments[1], "posix") == 0, locked;

    if (strcmp(arguments[2], "hold") == 0) {
        if (posix)
            fcntl(fd, F_SETLK, &lock);
        else
            flock(fd, LOCK_EX);
        sleep(2);
        puts("held");
        return 0;
    }
    lock.l_type = F_WRLCK;
    if (posix)
        locked = fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    else
        locked = flock(fd, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK;
    puts(locked ? "locked by another" : "not locked");
    return 0;
}
