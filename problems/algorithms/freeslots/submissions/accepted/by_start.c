// O(n log n): in the order of starts, with the latest end so far.
#include "signature.h"

#include <stdlib.h>

static int compare_starts(const void *one, const void *two)
{
    int a = ((const struct list_int *) one)->items[0];
    int b = ((const struct list_int *) two)->items[0];

    return (a > b) - (a < b);
}

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
    int free_from = 0;

    qsort(bookings.items, bookings.count, sizeof(*bookings.items), compare_starts);
    for (size_t i = 0; i < bookings.count; i++) {
        int start = bookings.items[i].items[0];
        int end = bookings.items[i].items[1];

        if (start >= horizon)
            break;
        if (start - free_from >= length)
            add_slot(&slots, free_from, start);
        if (end > free_from)
            free_from = end;
    }
    if (horizon - free_from >= length)
        add_slot(&slots, free_from, horizon);
    return slots;
}
