/*
 * attack: ends its first thread, and lets the others spin: the process looks like a dead one
 * run: --wall 10 --cpu 0.5
 * expected: cpu_limit
 * run: --wall 10 --cpu 0.5 --backend rlimit
 * expected: cpu_limit
 * run: --wall 1 --cpu 10 -- sleep
 * expected: wall_limit
 */
#include <pthread.h>
#include <unistd.h>

static int count;

static void *go_on(void *unused)
{
    for (;;) {
        if (count > 1)
            pause();
    }
}

int main(int given, char **arguments)
{
    pthread_t thread;

    count = given;
    pthread_create(&thread, NULL, go_on, NULL);
    pthread_exit(NULL);
}
