// Slow: O(n^2), goes through all bookings, eight at a time, for what covers a moment and what comes next.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdlib.h>

static void add_slot(struct list_list_int *slots, int start, int end)
{
    struct list_int *slot = &slots->items[slots->count++];

    slot->count = 2;
    slot->items = malloc(2 * sizeof(int));
    slot->items[0] = start;
    slot->items[1] = end;
}

struct list_list_int free_slots(struct list_list_int bookings, int horizon, int length)
{
    struct list_list_int slots = { 0, malloc((bookings.count + 1) * sizeof(*slots.items)) };
    size_t count = bookings.count;
    int *starts = malloc(count * sizeof(*starts));
    int *ends = malloc(count * sizeof(*ends));
    int now = 0;

    for (size_t i = 0; i < count; i++) {
        starts[i] = bookings.items[i].items[0];
        ends[i] = bookings.items[i].items[1];
    }
    while (now < horizon) {
        int reach = now, next = horizon;

        for (size_t i = 0; i < count; i++) {
            int covers = starts[i] <= now ? ends[i] : now;
            int later = starts[i] > now ? starts[i] : horizon;

            reach = covers > reach ? covers : reach;
            next = later < next ? later : next;
        }
        if (reach == now && next - now >= length)
            add_slot(&slots, now, next);
        now = reach > now ? reach : next;
    }
    return slots;
}
