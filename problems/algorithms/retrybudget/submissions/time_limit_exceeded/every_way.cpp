// Slow: tries every way that meets no service twice, of which there can be 2^40.
#include <algorithm>
#include <climits>
#include <iostream>
#include <string>
#include <vector>

static int n, m, budget, best = INT_MAX;
static std::string state;
static std::vector<std::vector<int>> callees;
static std::vector<bool> on_way;

static void walk(int here, int used, int hops)
{
    if (here == n - 1) {
        best = std::min(best, hops);
        return;
    }
    on_way[here] = true;
    for (int next : callees[here]) {
        int total = used + (state[next] == 'd');
        if (!on_way[next] && total <= budget)
            walk(next, total, hops + 1);
    }
    on_way[here] = false;
}

int main()
{
    std::cin >> n >> m >> budget >> state;
    callees.resize(n);
    on_way.resize(n);
    for (int i = 0; i < m; i++) {
        int x, y;
        std::cin >> x >> y;
        callees[x - 1].push_back(y - 1);
    }
    walk(0, 0, 0);
    if (best == INT_MAX)
        std::cout << "unreachable\n";
    else
        std::cout << best << '\n';
}
