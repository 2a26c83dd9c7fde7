/*
 * attack: makes the machine's clock run faster, so that limits come later
 * run: --wall 5
 * expected: forbidden_call
 * call: clock_adjtime
 * hides: ^answered [0-9]
 */
#include <sys/timex.h>
#include <stdio.h>

int main(void)
{
    struct timex change = { .modes = ADJ_FREQUENCY, .freq = 1 << 20 };
    long result = adjtimex(&change);
    printf("answered %ld\n", (long) result);
    return 0;
}
