/*
 * attack: executes what is no program: devices, fifos, directories, loops of interpreters, its own standard input
 * run: --wall 5 --stdin {input}
 * expected: exited
 * prints: ^executed 0$
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const names[] = { "/dev/zero", "/dev/full", "/proc/self/fd/0", "/box", "/box/fifo", "/box/loop",
    "/proc/self/maps", "/proc/self/mem", "" };

int main(void)
{
    char *words[] = { "x", NULL };

    int fd = open("/box/loop", O_WRONLY | O_CREAT, 0755);
    write(fd, "#!/box/loop\n", 12);
    close(fd);
    mkfifo("/box/fifo", 0755);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        execve(names[i], words, words + 1);
    puts("executed 0");
    return 0;
}
