// graph; time O(n); space O(n); kind: adjacency lists, allocation-heavy
#include <iostream>
#include <queue>
#include <vector>

int main()
{
    int n, m;
    std::cin >> n >> m;
    std::vector<std::vector<int>> next(n);
    for (int i = 0, u, v, w; i < m; i++) {
        std::cin >> u >> v >> w;
        next[u].push_back(v);
        next[v].push_back(u);
    }
    std::vector<int> depth(n, -1);
    std::queue<int> waiting;
    waiting.push(0);
    depth[0] = 0;
    long long sum = 0;
    while (!waiting.empty()) {
        int node = waiting.front();
        waiting.pop();
        sum += depth[node];
        for (int other : next[node])
            if (depth[other] < 0) {
                depth[other] = depth[node] + 1;
                waiting.push(other);
            }
    }
    std::cout << sum << '\n';
}
