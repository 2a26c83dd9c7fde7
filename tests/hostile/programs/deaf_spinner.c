/*
 * attack: ignores every signal that can be ignored, raises its limits, and spins
 * run: --cpu 0.5 --wall 10 -- spin
 * expected: cpu_limit
 * control: room --cpu 5 --wall 10
 * shows: ^still here after SIGXCPU and SIGTERM$
 */
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>

int main(int count, char **arguments)
{
    struct rlimit none = { RLIM_INFINITY, RLIM_INFINITY };

    (void) arguments;
    for (int number = 1; number < 65; number++)
        signal(number, SIG_IGN);
    setrlimit(RLIMIT_CPU, &none);
    raise(SIGXCPU);
    raise(SIGTERM);
    puts("still here after SIGXCPU and SIGTERM");
    fflush(stdout);
    while (count > 1)
        ;
    return 0;
}
