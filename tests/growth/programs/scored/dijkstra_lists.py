# graph; time O(n log n); space O(n); families: random, star; kind: heapq, dict of lists
import heapq
import sys
from collections import defaultdict

input = sys.stdin.readline


def main():
    n, m = map(int, input().split())
    graph = defaultdict(list)
    for _ in range(m):
        a, b, w = map(int, input().split())
        graph[a].append((b, w))
        graph[b].append((a, w))
    dist = {0: 0}
    done = set()
    queue = [(0, 0)]
    while queue:
        d, node = heapq.heappop(queue)
        if node in done:
            continue
        done.add(node)
        for other, w in graph[node]:
            if other not in dist or d + w < dist[other]:
                dist[other] = d + w
                heapq.heappush(queue, (d + w, other))
    print(max(dist.values()), sum(dist.values()) % 1000007)


main()
