/*
 * attack: includes the compiler's standard input, which would wait for a terminal for ever
 * expected: CE RTE WA
 */
#include "/dev/stdin"

#ifndef ENDED
int main(void)
{
    return 1;
}
#endif
