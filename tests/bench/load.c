/*
 * Programs whose time is measured, and neighbours that disturb them.
 *
 *   load cpu | memory | alloc       does a fixed piece of work, about 100 ms, and ends
 *   load busy | hungry SECONDS      a neighbour: computes, or eats memory bandwidth, for so long
 *
 * `cpu` stays in registers. `memory` follows a random cycle through 64 MiB, more than the caches
 * hold, so that each step waits for memory. `alloc` takes and gives back blocks of many sizes,
 * which makes page faults and walks through the allocator's lists.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CYCLE (16u << 20) /* elements of 4 bytes */
#define STEPS 800000
#define BLOCKS 4096
#define ROUNDS 800000
#define STREAM (256u << 20)

static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static uint32_t compute(uint32_t rounds)
{
    uint32_t state = 1, sum = 0;

    for (uint32_t i = 0; i < rounds; i++)
        sum += next_random(&state);
    return sum;
}

/* A congruential generator with a full period: the cycle visits every element, none near the last.
 * Source: Hull and Dobell, 1962: the increment is odd, the factor is 1 modulo 4. */
static uint32_t follow(void)
{
    uint32_t *cycle = malloc(CYCLE * sizeof(*cycle)), at = 0;

    if (!cycle)
        exit(1);
    for (uint32_t i = 0; i < CYCLE; i++)
        cycle[i] = (i * 1664525u + 1013904223u) & (CYCLE - 1);
    for (uint32_t i = 0; i < STEPS; i++)
        at = cycle[at];
    return at;
}

static uint32_t allocate(void)
{
    static char *blocks[BLOCKS];
    uint32_t state = 1, sum = 0;

    for (uint32_t i = 0; i < ROUNDS; i++) {
        uint32_t slot = next_random(&state) % BLOCKS;
        size_t size = 16u << next_random(&state) % 10;

        free(blocks[slot]);
        blocks[slot] = malloc(size);
        if (!blocks[slot])
            exit(1);
        memset(blocks[slot], (int) i, size);
        sum += (unsigned char) blocks[slot][size / 2];
    }
    return sum;
}

static void eat_bandwidth(void)
{
    char *memory = malloc(STREAM);

    if (!memory)
        exit(1);
    for (int i = 1;; i++)
        memset(memory, i, STREAM);
}

int main(int argc, char **argv)
{
    const char *kind = argc > 1 ? argv[1] : "";

    if (argc > 2)
        alarm((unsigned) atoi(argv[2]));
    if (strcmp(kind, "cpu") == 0)
        printf("%u\n", compute(60000000));
    else if (strcmp(kind, "memory") == 0)
        printf("%u\n", follow());
    else if (strcmp(kind, "alloc") == 0)
        printf("%u\n", allocate());
    else if (argc > 2 && strcmp(kind, "busy") == 0)
        while (compute(1000000))
            ;
    else if (argc > 2 && strcmp(kind, "hungry") == 0)
        eat_bandwidth();
    else
        return 2;
    return 0;
}
