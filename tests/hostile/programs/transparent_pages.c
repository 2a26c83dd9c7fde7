/*
 * attack: touches a byte in every 2 MiB of memory that it wants in huge pages, to take 512 times what it asks for
 * run: --memory 67108864 --wall 20
 * expected: memory_limit exited
 * hides: ^beyond$
 * control: room --memory 1073741824 --wall 20
 * shows: ^(took [0-9]+ MiB|beyond)$
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

int main(void)
{
    size_t size = 256ul << 20;
    char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    char line[256];
    long huge = 0;

    madvise(memory, size, MADV_HUGEPAGE);
    for (size_t at = 0; at < size; at += 2 << 20)
        memory[at] = 1;
    FILE *map = fopen("/proc/self/smaps_rollup", "r");
    while (map && fgets(line, sizeof(line), map))
        if (strncmp(line, "AnonHugePages:", 14) == 0)
            huge = atol(line + 14) >> 10;
    puts(huge > 64 ? "beyond" : "");
    printf("took %ld MiB\n", huge);
    return 0;
}
