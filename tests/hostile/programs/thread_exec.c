/*
 * attack: executes a program from a thread that is not the first, while others make forbidden calls
 * run: --wall 5 -- forbidden
 * expected: forbidden_call
 * call: sync
 * hides: ^reached
 * control: room --wall 5 -- exec
 * shows: ^reached the new program$
 */
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *forbidden(void *unused)
{
    for (;;)
        syscall(SYS_sync);
}

static void *execute(void *unused)
{
    usleep(100000);
    execl("/proc/self/exe", "program", "end", NULL);
    return NULL;
}

int main(int count, char **arguments)
{
    pthread_t thread;

    if (count > 1 && strcmp(arguments[1], "end") == 0) {
        puts("reached the new program");
        return 0;
    }
    for (int i = 0; i < 8 && strcmp(arguments[1], "forbidden") == 0; i++)
        pthread_create(&thread, NULL, forbidden, NULL);
    pthread_create(&thread, NULL, execute, NULL);
    for (;;)
        pause();
}
