// Mistake: empties the whole block when one service too many appears; 10-ties.
#include <iostream>
#include <set>
#include <string>

int main()
{
    int n, k;
    std::cin >> n >> k;
    std::set<std::string> services;
    int left = 0, best_left = 0, best_length = 0;
    for (int right = 0; right < n; right++) {
        std::string name;
        std::cin >> name;
        services.insert(name);
        if (static_cast<int>(services.size()) > k) {
            services.clear();
            services.insert(name);
            left = right;
        }
        if (right - left + 1 > best_length) {
            best_left = left;
            best_length = right - left + 1;
        }
    }
    std::cout << best_left + 1 << ' ' << best_length << '\n';
}
