/*
 * attack: touches one page in every 2 MiB, so that page tables are what takes memory
 * run: --memory 67108864 --wall 30 --cpu 20
 * expected: memory_limit signalled exited
 * hides: ^touched all$
 * control: room --memory 1073741824 --wall 30 --cpu 20
 * shows: ^touched all$
 */
#include <stdio.h>
#include <sys/mman.h>

int main(void)
{
    const unsigned long step = 2ul << 20, pages = 20000;
    char *memory = mmap(NULL, step * pages, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (memory == MAP_FAILED)
        return 1;
    madvise(memory, step * pages, MADV_NOHUGEPAGE); /* a huge page needs no table, but memory */
    for (unsigned long i = 0; i < pages; i++)
        memory[i * step] = 1;
    puts("touched all");
    return 0;
}
