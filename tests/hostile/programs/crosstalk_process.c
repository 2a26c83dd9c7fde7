/*
 * attack: sees or signals the programs of another room that runs at the same time
 * run: --wall 10 -- look
 * with: --wall 10 -- wait
 * expected: exited
 * prints: ^2 processes seen, at most$
 * hides: ^[3-9]|^[0-9]{2}
 * control: host look
 * with: wait
 * shows: ^([3-9]|[0-9]{2,}) processes seen
 */
#include <ctype.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    DIR *processes = opendir("/proc");
    struct dirent *entry;
    int seen = 0;

    if (strcmp(arguments[1], "wait") == 0) {
        sleep(2);
        return 0;
    }
    while ((entry = readdir(processes)))
        seen += isdigit(entry->d_name[0]) != 0;
    if (getpid() < 100)
        for (int pid = 2; pid < 100000; pid++)
            if (pid != getpid() && kill(pid, 0) == 0)
                seen++;
    printf("%d processes seen%s\n", seen < 2 ? 2 : seen, seen <= 2 ? ", at most" : "");
    return 0;
}
