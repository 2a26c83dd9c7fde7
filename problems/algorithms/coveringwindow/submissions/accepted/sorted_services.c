// O((n + m) log m): the required services sorted; each line's place among them is found by bisection.
#include "signature.h"

#include <stdlib.h>

static int compare(const void *one, const void *two)
{
    int a = *(const int *) one, b = *(const int *) two;

    return (a > b) - (a < b);
}

/* The first place of a service in the sorted list, or -1. */
static int place_of(struct list_int sorted, int service)
{
    size_t low = 0, high = sorted.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (sorted.items[middle] < service)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sorted.count && sorted.items[low] == service ? (int) low : -1;
}

struct list_int find_window(struct list_int lines, struct list_int required)
{
    size_t open = required.count, start = 0, best_start = 0, best_end = 0;
    int *places = malloc(lines.count * sizeof(*places));
    int *missing = calloc(required.count, sizeof(*missing));
    struct list_int window = { 0 };

    qsort(required.items, required.count, sizeof(int), compare);
    for (size_t i = 0; i < required.count; i++)
        missing[place_of(required, required.items[i])]++;
    for (size_t i = 0; i < lines.count; i++)
        places[i] = place_of(required, lines.items[i]);
    for (size_t end = 1; end <= lines.count; end++) {
        int entered = places[end - 1];

        if (entered >= 0 && missing[entered]-- > 0)
            open--;
        for (; open == 0; start++) {
            if (best_end == 0 || end - start < best_end - best_start) {
                best_start = start;
                best_end = end;
            }
            if (places[start] >= 0 && ++missing[places[start]] > 0)
                open++;
        }
    }
    free(places);
    free(missing);
    if (best_end > 0) {
        window = (struct list_int){ 2, malloc(2 * sizeof(int)) };
        window.items[0] = (int) best_start;
        window.items[1] = (int) best_end;
    }
    return window;
}
