// Slow: O(n^2), keeps sorted stretches that are taken; memmove makes room for each new one.
#include "signature.h"

#include <stdlib.h>
#include <string.h>

static size_t first_not_before(const int *ends, size_t count, int start)
{
    size_t low = 0;

    while (low < count) {
        size_t middle = (low + count) / 2;

        if (ends[middle] < start)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

static void replace(int *values, size_t count, size_t first, size_t last, int value)
{
    memmove(values + first + 1, values + last, (count - last) * sizeof(*values));
    values[first] = value;
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
    int *starts = malloc((bookings.count + 1) * sizeof(*starts));
    int *ends = malloc((bookings.count + 1) * sizeof(*ends));
    size_t count = 0;
    int free_from = 0;

    for (size_t i = 0; i < bookings.count; i++) {
        int start = bookings.items[i].items[0];
        int end = bookings.items[i].items[1];
        size_t first = first_not_before(ends, count, start), last = first;

        for (; last < count && starts[last] <= end; last++) {
            start = starts[last] < start ? starts[last] : start;
            end = ends[last] > end ? ends[last] : end;
        }
        replace(starts, count, first, last, start);
        replace(ends, count, first, last, end);
        count += first + 1 - last;
    }
    for (size_t i = 0; i < count && starts[i] < horizon; i++) {
        if (starts[i] - free_from >= length)
            add_slot(&slots, free_from, starts[i]);
        free_from = ends[i] > free_from ? ends[i] : free_from;
    }
    if (horizon - free_from >= length)
        add_slot(&slots, free_from, horizon);
    return slots;
}
