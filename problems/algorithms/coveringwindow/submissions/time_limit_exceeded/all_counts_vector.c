/* Slow: O(n m), compares the counts of all services each time the window moves, eight services at a time. */
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdlib.h>

enum { BLOCK = 256 };

static int compare(const void *one, const void *two)
{
    int a = *(const int *) one, b = *(const int *) two;

    return (a > b) - (a < b);
}

static int covers(const int *have, const int *needed, size_t count)
{
    size_t i = 0;

    for (; i + BLOCK <= count; i += BLOCK) {
        int lacking = 0;
        for (size_t j = i; j < i + BLOCK; j++)
            lacking |= have[j] < needed[j];
        if (lacking)
            return 0;
    }
    while (i < count && have[i] >= needed[i])
        i++;
    return i == count;
}

struct list_int find_window(struct list_int lines, struct list_int required)
{
    size_t count = 0, start = 0, best_start = 0, best_end = 0;
    int *services = malloc(required.count * sizeof(*services));
    int *needed = calloc(required.count, sizeof(*needed));
    int *have = calloc(required.count, sizeof(*have));
    int *places = malloc(lines.count * sizeof(*places));
    struct list_int window = { 0 };

    qsort(required.items, required.count, sizeof(int), compare);
    for (size_t i = 0; i < required.count; i++) {
        if (count == 0 || services[count - 1] != required.items[i])
            services[count++] = required.items[i];
        needed[count - 1]++;
    }
    for (size_t i = 0; i < lines.count; i++) {
        int *found = bsearch(&lines.items[i], services, count, sizeof(int), compare);
        places[i] = found ? (int) (found - services) : -1;
    }
    for (size_t end = 1; end <= lines.count; end++) {
        if (places[end - 1] < 0)
            continue;
        have[places[end - 1]]++;
        for (; covers(have, needed, count); start++) {
            if (best_end == 0 || end - start < best_end - best_start) {
                best_start = start;
                best_end = end;
            }
            if (places[start] >= 0)
                have[places[start]]--;
        }
    }
    free(services);
    free(needed);
    free(have);
    free(places);
    if (best_end > 0) {
        window = (struct list_int){ 2, malloc(2 * sizeof(int)) };
        window.items[0] = (int) best_start;
        window.items[1] = (int) best_end;
    }
    return window;
}
