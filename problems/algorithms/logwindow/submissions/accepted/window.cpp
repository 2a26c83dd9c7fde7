#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

int main()
{
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int n, k;
    std::cin >> n >> k;

    std::unordered_map<std::string, int> numbers;
    std::vector<int> line(n);
    for (int i = 0; i < n; i++) {
        std::string name;
        std::cin >> name;
        line[i] = numbers.emplace(name, static_cast<int>(numbers.size())).first->second;
    }

    std::vector<int> count(numbers.size());
    int services = 0, left = 0, best_left = 0, best_length = 0;
    for (int right = 0; right < n; right++) {
        services += count[line[right]]++ == 0;
        while (services > k)
            services -= --count[line[left++]] == 0;
        if (right - left + 1 > best_length) {
            best_left = left;
            best_length = right - left + 1;
        }
    }
    std::cout << best_left + 1 << ' ' << best_length << '\n';
}
