#include <iostream>
#include <queue>
#include <string>
#include <vector>

struct visit {
    int service, used, hops;
};

static int fewest_hops(const std::vector<std::vector<int>> &callees, const std::string &state,
                       int budget)
{
    const int n = static_cast<int>(state.size());
    std::vector<int> least_used(n, budget + 1);
    std::queue<visit> queue;
    queue.push({0, 0, 0});
    least_used[0] = 0;
    while (!queue.empty()) {
        visit here = queue.front();
        queue.pop();
        if (here.service == n - 1)
            return here.hops;
        for (int next : callees[here.service]) {
            int used = here.used + (state[next] == 'd');
            if (used < least_used[next]) {
                least_used[next] = used;
                queue.push({next, used, here.hops + 1});
            }
        }
    }
    return -1;
}

int main()
{
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m, budget;
    std::string state;
    std::cin >> n >> m >> budget >> state;
    std::vector<std::vector<int>> callees(n);
    for (int i = 0; i < m; i++) {
        int x, y;
        std::cin >> x >> y;
        callees[x - 1].push_back(y - 1);
    }
    int hops = fewest_hops(callees, state, budget);
    if (hops < 0)
        std::cout << "unreachable\n";
    else
        std::cout << hops << '\n';
}
