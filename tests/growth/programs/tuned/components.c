// graph; time O(n); space O(n); kind: union-find
#include <stdio.h>
#include <stdlib.h>

static int *parent;

static int find(int node)
{
    while (parent[node] != node) {
        parent[node] = parent[parent[node]];
        node = parent[node];
    }
    return node;
}

int main(void)
{
    int n, m, u, v, w, merged = 0;

    if (scanf("%d %d", &n, &m) != 2)
        return 1;
    parent = malloc((size_t) n * sizeof(int));
    int *size = malloc((size_t) n * sizeof(int));
    for (int i = 0; i < n; i++) {
        parent[i] = i;
        size[i] = 1;
    }
    while (m-- > 0 && scanf("%d %d %d", &u, &v, &w) == 3) {
        int a = find(u), b = find(v);

        if (a == b)
            continue;
        if (size[a] < size[b]) {
            int swapped = a;
            a = b;
            b = swapped;
        }
        parent[b] = a;
        size[a] += size[b];
        merged++;
    }
    printf("%d\n", n - merged);
    return 0;
}
