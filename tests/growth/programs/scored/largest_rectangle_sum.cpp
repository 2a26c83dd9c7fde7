// grid; time O(n^3); space O(n^2); kind: prefix sums, Kadane
#include <iostream>
#include <vector>

int main()
{
    int n;
    std::cin >> n;
    std::vector<std::vector<int>> column(n + 1, std::vector<int>(n));
    for (int i = 1; i <= n; i++)
        for (int j = 0, x; j < n; j++) {
            std::cin >> x;
            column[i][j] = column[i - 1][j] + x - 500;
        }
    long long best = -1000;
    for (int top = 0; top < n; top++)
        for (int bottom = top + 1; bottom <= n; bottom++) {
            long long sum = 0;
            for (int j = 0; j < n; j++) {
                sum = std::max(sum, 0LL) + column[bottom][j] - column[top][j];
                best = std::max(best, sum);
            }
        }
    std::cout << best << '\n';
}
