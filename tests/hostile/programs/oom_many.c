/*
 * attack: has the kernel run out of the room's memory in many processes again and again, until it picks the supervisor
 * run: --memory 67108864 --processes 30 --wall 10 --cpu 10
 * expected: memory_limit
 * hides: ^tried 2000$
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 2000; i++) {
        if (fork() == 0) {
            for (;;) {
                char *memory = malloc(1 << 20);
                if (memory)
                    memset(memory, 1, 1 << 20);
            }
        }
        if (i > 8)
            wait(NULL);
    }
    puts("tried 2000");
    return 0;
}
