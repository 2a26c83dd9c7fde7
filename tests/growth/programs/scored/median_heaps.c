// numbers; time O(n log n); space O(n); kind: two binary heaps
#include <stdio.h>
#include <stdlib.h>

/* A heap with the largest value on top; the other one holds negated values. */
struct heap {
    long *values;
    int count;
};

static void push(struct heap *heap, long value)
{
    int at = heap->count++;
    while (at > 0 && heap->values[(at - 1) / 2] < value) {
        heap->values[at] = heap->values[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap->values[at] = value;
}

static long pop(struct heap *heap)
{
    long top = heap->values[0], last = heap->values[--heap->count];
    int at = 0;
    for (;;) {
        int child = 2 * at + 1;
        if (child >= heap->count) break;
        if (child + 1 < heap->count && heap->values[child + 1] > heap->values[child]) child++;
        if (heap->values[child] <= last) break;
        heap->values[at] = heap->values[child];
        at = child;
    }
    heap->values[at] = last;
    return top;
}

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1) return 1;
    struct heap low = {malloc(sizeof(long) * (n + 1)), 0}, high = {malloc(sizeof(long) * (n + 1)), 0};
    long total = 0;
    for (int i = 0; i < n; i++) {
        long value;
        if (scanf("%ld", &value) != 1) return 1;
        push(&low, value);
        push(&high, -pop(&low));
        if (high.count > low.count) push(&low, -pop(&high));
        total += low.values[0];
    }
    printf("%ld\n", total);
    free(low.values), free(high.values);
    return 0;
}
