/*
 * attack: ends its first thread, so that the process looks dead while another thread works
 * run: --cpu 0.5 --wall 10
 * expected: cpu_limit
 * hides: ^worked$
 * control: room --cpu 5 --wall 10 -- once
 * shows: ^worked$
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int rounds;

static void *work(void *unused)
{
    for (int i = 0; i < rounds; i++)
        for (volatile long k = 0; k < 10000000; k++)
            ;
    puts("worked");
    fflush(stdout);
    exit(0);
}

int main(int count, char **arguments)
{
    pthread_t thread;

    rounds = count > 1 ? 1 : 1 << 20;
    pthread_create(&thread, NULL, work, NULL);
    pthread_exit(NULL);
}
