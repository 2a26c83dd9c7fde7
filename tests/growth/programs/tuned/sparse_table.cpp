// queries; time O(n log n); space O(n log n); kind: sparse table
#include <algorithm>
#include <bit>
#include <iostream>
#include <vector>

int main()
{
    std::ios::sync_with_stdio(false);
    unsigned n, left, right;
    std::cin >> n;
    std::vector<std::vector<int>> table(1, std::vector<int>(n));
    for (int &x : table[0])
        std::cin >> x;
    for (unsigned width = 1; 2 * width <= n; width *= 2) {
        const auto &last = table.back();
        std::vector<int> row(n - 2 * width + 1);
        for (unsigned i = 0; i < row.size(); i++)
            row[i] = std::max(last[i], last[i + width]);
        table.push_back(std::move(row));
    }
    long long sum = 0;
    while (std::cin >> left >> right) {
        unsigned level = std::bit_width(right - left + 1) - 1;
        sum += std::max(table[level][left - 1], table[level][right - (1u << level)]);
    }
    std::cout << sum << '\n';
}
