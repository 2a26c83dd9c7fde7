/*
 * attack: renames the domain of the host
 * run: --wall 5
 * expected: forbidden_call
 * call: setdomainname
 * hides: ^answered [0-9]
 */
#include <unistd.h>
#include <stdio.h>

int main(void)
{
    long result = setdomainname("evil", 4);
    printf("answered %ld\n", (long) result);
    return 0;
}
