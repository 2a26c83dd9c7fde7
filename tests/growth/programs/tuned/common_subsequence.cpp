// pairs; time O(n^2); space O(n^2); kind: DP table
#include <iostream>
#include <string>
#include <vector>

int main()
{
    std::string a, b;
    std::cin >> a >> b;
    std::vector<std::vector<int>> best(a.size() + 1, std::vector<int>(b.size() + 1));
    for (size_t i = 1; i <= a.size(); i++)
        for (size_t j = 1; j <= b.size(); j++)
            best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1
                                              : std::max(best[i - 1][j], best[i][j - 1]);
    std::cout << best[a.size()][b.size()] << '\n';
}
