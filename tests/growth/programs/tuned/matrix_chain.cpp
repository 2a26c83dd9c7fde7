// fewnumbers; time O(n^3); space O(n^2); kind: interval DP
#include <algorithm>
#include <iostream>
#include <vector>

int main()
{
    int n;
    std::cin >> n;
    std::vector<long long> side(n);
    for (auto &x : side) {
        std::cin >> x;
        x = x % 100 + 1;
    }
    std::vector<std::vector<long long>> cost(n, std::vector<long long>(n, 0));
    for (int length = 2; length < n; length++)
        for (int i = 0; i + length < n; i++) {
            int j = i + length;
            cost[i][j] = 1LL << 60;
            for (int k = i + 1; k < j; k++)
                cost[i][j] = std::min(cost[i][j], cost[i][k] + cost[k][j] + side[i] * side[k] * side[j]);
        }
    std::cout << cost[0][n - 1] << '\n';
}
