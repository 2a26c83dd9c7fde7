/*
 * attack: sleeps for ever without using any CPU time
 * run: --cpu 5 --wall 1 -- 60
 * expected: wall_limit
 * hides: ^woke up$
 * control: room --cpu 5 --wall 5 -- 1
 * shows: ^woke up$
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    sleep(count > 1 ? (unsigned) atoi(arguments[1]) : 60);
    puts("woke up");
    return 0;
}
