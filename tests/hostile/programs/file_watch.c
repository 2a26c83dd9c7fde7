/*
 * attack: is told of every file that anybody on the host opens (fanotify)
 * run: --wall 5
 * expected: forbidden_call
 * call: fanotify_init
 * hides: ^answered [0-9]
 * control: host
 * needs: root
 * shows: ^answered [0-9]+$
 */
#include <sys/fanotify.h>
#include <stdio.h>

int main(void)
{
    long result = fanotify_init(FAN_CLASS_NOTIF, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
