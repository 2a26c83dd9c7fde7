// graph; time O(n); space O(n); kind: adjacency in arrays
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    int *head = malloc(sizeof(int) * n), *next = malloc(sizeof(int) * 2 * m);
    int *to = malloc(sizeof(int) * 2 * m), *depth = malloc(sizeof(int) * n);
    int *queue = malloc(sizeof(int) * n);
    for (int i = 0; i < n; i++) head[i] = depth[i] = -1;
    for (int i = 0; i < m; i++) {
        int a, b, w;
        if (scanf("%d %d %d", &a, &b, &w) != 3) return 1;
        to[2 * i] = b, next[2 * i] = head[a], head[a] = 2 * i;
        to[2 * i + 1] = a, next[2 * i + 1] = head[b], head[b] = 2 * i + 1;
    }
    int front = 0, back = 0;
    queue[back++] = 0;
    depth[0] = 0;
    while (front < back) {
        int at = queue[front++];
        for (int e = head[at]; e >= 0; e = next[e])
            if (depth[to[e]] < 0) {
                depth[to[e]] = depth[at] + 1;
                queue[back++] = to[e];
            }
    }
    int deepest = queue[back - 1];
    printf("%d %d\n", deepest, depth[deepest]);
    free(head), free(next), free(to), free(depth), free(queue);
    return 0;
}
