// keys; time O(n); space O(n); kind: hash table that resizes
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t *slots;
static size_t room = 8, used;

static size_t slot_of(uint64_t key)
{
    size_t i = (key * 0x9E3779B97F4A7C15u) >> 20 & (room - 1);

    while (slots[i] && slots[i] != key)
        i = (i + 1) & (room - 1);
    return i;
}

static void grow(void)
{
    uint64_t *old = slots;
    size_t count = room;

    room *= 2;
    slots = calloc(room, sizeof(*slots));
    for (size_t i = 0; i < count; i++)
        if (old[i])
            slots[slot_of(old[i])] = old[i];
    free(old);
}

int main(void)
{
    int n;
    uint64_t key;

    if (scanf("%d", &n) != 1)
        return 1;
    slots = calloc(room, sizeof(*slots));
    while (n-- > 0 && scanf("%lu", &key) == 1) {
        size_t i = slot_of(key + 1);

        used += slots[i] == 0;
        slots[i] = key + 1;
        if (used * 2 > room)
            grow();
    }
    printf("%zu\n", used);
    return 0;
}
