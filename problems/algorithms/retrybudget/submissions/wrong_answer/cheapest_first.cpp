// Mistake: finds the way with the fewest retries (a 0-1 search) and prints its hops; 11-decoys.
#include <deque>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

int main()
{
    int n, m, budget;
    std::string state;
    std::cin >> n >> m >> budget >> state;
    std::vector<std::vector<int>> callees(n);
    for (int i = 0; i < m; i++) {
        int x, y;
        std::cin >> x >> y;
        callees[x - 1].push_back(y - 1);
    }
    using cost = std::pair<int, int>; // retries, hops
    std::vector<cost> best(n, {budget + 1, 0});
    std::deque<int> queue{0};
    best[0] = {0, 0};
    while (!queue.empty()) {
        int here = queue.front();
        queue.pop_front();
        for (int next : callees[here]) {
            bool degraded = state[next] == 'd';
            cost through{best[here].first + degraded, best[here].second + 1};
            if (through < best[next]) {
                best[next] = through;
                if (degraded)
                    queue.push_back(next);
                else
                    queue.push_front(next);
            }
        }
    }
    if (best[n - 1].first > budget)
        std::cout << "unreachable\n";
    else
        std::cout << best[n - 1].second << '\n';
}
