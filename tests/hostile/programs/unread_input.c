/*
 * attack: reads nothing of a huge input and ends, so that whoever writes it is killed by SIGPIPE or waits for ever
 * run: --wall 5 --stdin {big}
 * expected: exited
 * prints: ^ended$
 */
#include <stdio.h>

int main(void)
{
    puts("ended");
    return 0;
}
