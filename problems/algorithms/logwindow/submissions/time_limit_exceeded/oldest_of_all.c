// Slow: O(n k), looks through the latest lines of all services in the block for the oldest, eight at a time.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_N = 400000, BUCKETS = 1 << 19 };

static char names[MAX_N][17];
static int line[MAX_N], next[MAX_N], bucket[BUCKETS]; /* services are numbered from 1 */
static int place[MAX_N + 1], latest[MAX_N];           /* of a service; of the service in that place */

static int number_of(const char *name, int *services)
{
    unsigned hash = 2166136261u;
    int *at;

    for (const char *c = name; *c; c++)
        hash = (hash ^ (unsigned char) *c) * 16777619u;
    at = &bucket[(hash ^ hash >> 13) % BUCKETS];
    for (int i = *at; i; i = next[i - 1])
        if (strcmp(names[i - 1], name) == 0)
            return i;
    strcpy(names[*services], name);
    next[*services] = *at;
    return *at = ++*services;
}

int main(void)
{
    int n, k, services = 0, used = 0, start = 0, best = 0, first = 0;
    char name[17];

    if (scanf("%d %d", &n, &k) != 2)
        return 1;
    memset(place, -1, sizeof(place));
    for (int i = 0; i < n; i++) {
        if (scanf("%16s", name) != 1)
            return 1;
        line[i] = number_of(name, &services);
    }
    for (int i = 0; i < n; i++) {
        int *own = &place[line[i]];

        if (*own < 0 && used < k) {
            *own = used++;
        } else if (*own < 0) {
            int oldest = n;

            for (int at = 0; at < k; at++)
                oldest = latest[at] < oldest ? latest[at] : oldest;
            *own = place[line[oldest]];
            place[line[oldest]] = -1;
            start = oldest + 1;
        }
        latest[*own] = i;
        if (i + 1 - start > best) {
            best = i + 1 - start;
            first = start;
        }
    }
    printf("%d %d\n", first + 1, best);
    return 0;
}
