/*
 * attack: cuts its memory into as many areas as there may be, in many processes, so that the kernel pays
 * run: --memory 67108864 --processes 40 --wall 30 --cpu 20
 * expected: memory_limit signalled exited
 * hides: ^children 3[0-9]$
 * control: room --memory 1073741824 --processes 40 --wall 30 --cpu 20 -- few
 * shows: ^areas [0-9]{4,}$
 */
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static long cut(void)
{
    long page = 4096, count = 60000, made = 0;
    char *memory = mmap(NULL, count * page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    for (long i = 0; i < count; i += 2)
        made += mprotect(memory + i * page, page, PROT_NONE) == 0;
    return made;
}

int main(int count, char **arguments)
{
    int whole = 0, status;

    if (count > 1) {
        printf("areas %ld\n", cut());
        return 0;
    }
    for (int i = 0; i < 38; i++)
        if (fork() == 0) {
            cut();
            sleep(2);
            _exit(0);
        }
    while (wait(&status) > 0)
        whole += status == 0;
    printf("children %d\n", whole);
    return 0;
}
