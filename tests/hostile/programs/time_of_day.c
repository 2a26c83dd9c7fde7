/*
 * attack: sets the time of day
 * run: --wall 5
 * expected: forbidden_call
 * call: clock_settime
 * hides: ^answered [0-9]
 */
#include <sys/time.h>
#include <stdio.h>

int main(void)
{
    struct timeval now = { 1000000000, 0 };
    long result = settimeofday(&now, NULL);
    printf("answered %ld\n", (long) result);
    return 0;
}
