/*
 * attack: a library in place of a program: it has no main, and all happens while it is loaded
 * expected: WA
 */
#include <stdio.h>
#include <stdlib.h>

__attribute__((constructor)) static void before(void)
{
    puts("nothing");
    fflush(stdout);
    _Exit(0);
}

int main(void)
{
    return 1;
}
