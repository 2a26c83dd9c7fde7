// keys; time O(n^2); space O(n); families: lowbits; kind: hash table, colliding keys
#include <stdio.h>
#include <stdlib.h>

#define BUCKETS (1 << 18)

struct node {
    long long key;
    struct node *next;
};

static struct node *buckets[BUCKETS];

static int insert(long long key)
{
    struct node **place = &buckets[key & (BUCKETS - 1)];

    while (*place && (*place)->key != key)
        place = &(*place)->next;
    if (*place)
        return 0;
    *place = calloc(1, sizeof(struct node));
    (*place)->key = key;
    return 1;
}

int main(void)
{
    int n, distinct = 0;
    long long key;

    if (scanf("%d", &n) != 1)
        return 1;
    while (n-- > 0 && scanf("%lld", &key) == 1)
        distinct += insert(key);
    printf("%d\n", distinct);
    return 0;
}
