/*
 * attack: takes the host's huge pages, which no memory limit counts
 * run: --wall 5
 * expected: exited
 * prints: ^refused: Operation not permitted$
 * hides: ^taken$
 * through: ^taken$
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

int main(void)
{
    void *page = mmap(NULL, 2 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB, -1, 0);

    if (page == MAP_FAILED)
        printf("refused: %s\n", strerror(errno));
    else
        puts("taken");
    return 0;
}
