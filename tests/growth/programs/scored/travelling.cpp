// small; time O(2^n); space O(2^n); kind: DP over subsets
#include <algorithm>
#include <iostream>
#include <vector>

int main()
{
    int n;
    std::cin >> n;
    std::vector<int> place(n);
    for (int &x : place)
        std::cin >> x;
    std::vector<int> cost(1u << n, 1 << 30);
    cost[0] = 0;
    for (unsigned done = 0; done + 1 < 1u << n; done++) {
        int turn = __builtin_popcount(done);
        for (int next = 0; next < n; next++)
            if (!(done >> next & 1))
                cost[done | 1u << next] = std::min(cost[done | 1u << next],
                                                   cost[done] + (place[next] ^ turn * 37) % 1000);
    }
    std::cout << cost.back() << '\n';
}
