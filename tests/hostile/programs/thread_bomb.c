/*
 * attack: starts threads until nothing more is given
 * run: --wall 5 --processes 20
 * expected: exited
 * prints: ^stopped after (1[0-9]|20) threads$
 * control: room --wall 5 --processes 60
 * shows: ^stopped after (5[0-9]|60) threads$
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *wait_for_ever(void *unused)
{
    for (;;)
        pause();
    return unused;
}

int main(void)
{
    pthread_attr_t attributes;
    pthread_t thread;
    int threads = 1;

    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 64 * 1024);
    while (threads < 10000 && pthread_create(&thread, &attributes, wait_for_ever, NULL) == 0)
        threads++;
    printf("stopped after %d threads\n", threads);
    return 0;
}
