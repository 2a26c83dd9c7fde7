// Slow: O(n m), lowers the retries of all services hop by hop, with all calls each time.
#include <algorithm>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

int main()
{
    int n, m, budget, hops = 0;
    std::string state;

    std::ios::sync_with_stdio(false);
    std::cin >> n >> m >> budget >> state;
    std::vector<std::pair<int, int>> calls(m);
    for (auto &[x, y] : calls) {
        std::cin >> x >> y;
        x--;
        y--;
    }

    std::vector<int> before, retries(n, budget + 1);
    retries[0] = 0;
    for (; retries[n - 1] > budget && retries != before; hops++) {
        before = retries;
        for (const auto &[x, y] : calls)
            retries[y] = std::min(retries[y], before[x] + (state[y] == 'd'));
    }
    if (retries[n - 1] > budget)
        std::cout << "unreachable\n";
    else
        std::cout << hops << '\n';
}
