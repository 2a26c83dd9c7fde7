// O(n log n): sorted routes; each prefix of a path is searched by bisection, the longest first.
#include "signature.h"

#include <stdlib.h>
#include <string.h>

struct route {
    const char *text;
    int position;
};

static int by_text(const void *one, const void *two)
{
    const struct route *a = one, *b = two;
    int order = strcmp(a->text, b->text);

    return order ? order : (a->position > b->position) - (a->position < b->position);
}

/* The first position of the route with this text, or -1. */
static int find(const struct route *routes, size_t count, const char *text)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(routes[middle].text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && strcmp(routes[low].text, text) == 0 ? routes[low].position : -1;
}

struct list_int match_routes(struct list_string routes, struct list_string paths)
{
    struct route *sorted = malloc(routes.count * sizeof(*sorted));
    struct list_int result = { paths.count, malloc(paths.count * sizeof(int)) };

    for (size_t i = 0; i < routes.count; i++)
        sorted[i] = (struct route){ routes.items[i], (int) i };
    qsort(sorted, routes.count, sizeof(*sorted), by_text);
    for (size_t i = 0; i < paths.count; i++) {
        char prefix[101];
        int found;

        strcpy(prefix, paths.items[i]);
        while ((found = find(sorted, routes.count, prefix)) < 0 && strcmp(prefix, "/") != 0) {
            char *slash = strrchr(prefix, '/');
            slash[slash == prefix] = '\0'; /* the first slash stays */
        }
        result.items[i] = found;
    }
    free(sorted);
    return result;
}
