// graph; time O(n log n); space O(n); kind: heap, shortest paths
#include <functional>
#include <iostream>
#include <queue>
#include <vector>

int main()
{
    std::ios::sync_with_stdio(false);
    int n, m;
    std::cin >> n >> m;
    std::vector<std::vector<std::pair<int, int>>> next(n);
    for (int i = 0, u, v, w; i < m; i++) {
        std::cin >> u >> v >> w;
        next[u].emplace_back(v, w);
        next[v].emplace_back(u, w);
    }
    std::vector<long long> distance(n, 1LL << 60);
    using Item = std::pair<long long, int>;
    std::priority_queue<Item, std::vector<Item>, std::greater<Item>> heap;
    distance[0] = 0;
    heap.emplace(0, 0);
    long long sum = 0;
    while (!heap.empty()) {
        auto [d, node] = heap.top();
        heap.pop();
        if (d > distance[node])
            continue;
        sum += d;
        for (auto [other, weight] : next[node])
            if (d + weight < distance[other]) {
                distance[other] = d + weight;
                heap.emplace(distance[other], other);
            }
    }
    std::cout << sum << '\n';
}
