// Slow: grows a block anew from every line, O(n * length of the block).
#include <iostream>
#include <string>
#include <unordered_set>
#include <vector>

int main()
{
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, k;
    std::cin >> n >> k;
    std::vector<std::string> names(n);
    for (auto &name : names)
        std::cin >> name;

    int best_left = 0, best_length = 0;
    for (int left = 0; left < n; left++) {
        std::unordered_set<std::string> services;
        int right = left;
        for (; right < n; right++) {
            services.insert(names[right]);
            if (static_cast<int>(services.size()) > k)
                break;
        }
        if (right - left > best_length) {
            best_left = left;
            best_length = right - left;
        }
    }
    std::cout << best_left + 1 << ' ' << best_length << '\n';
}
