/*
 * attack: moves itself to another core than the judge chose
 * run: --wall 5
 * expected: exited
 * prints: ^refused$
 * hides: ^moved$
 * control: host
 * shows: ^moved$
 */
#include <sched.h>
#include <stdio.h>

int main(void)
{
    cpu_set_t set;

    sched_getaffinity(0, sizeof(set), &set);
    puts(sched_setaffinity(0, sizeof(set), &set) == 0 ? "moved" : "refused");
    return 0;
}
