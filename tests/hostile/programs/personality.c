/*
 * attack: switches off address randomisation and changes what kernel it claims to run on
 * run: --wall 5
 * expected: exited forbidden_call
 * hides: ^changed$
 */
#include <stdio.h>
#include <sys/personality.h>

int main(void)
{
    if (personality(ADDR_NO_RANDOMIZE | READ_IMPLIES_EXEC) >= 0 &&
        (personality(0xffffffff) & READ_IMPLIES_EXEC))
        puts("changed");
    return 0;
}
