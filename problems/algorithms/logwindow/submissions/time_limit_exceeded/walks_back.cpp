// Slow: O(n k), walks back from each line that has a service too many to find where the block starts now.
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

int main()
{
    int n, k;
    std::ios::sync_with_stdio(false);
    std::cin >> n >> k;
    std::unordered_map<std::string, int> numbers;
    std::vector<int> lines(n);
    std::string name;
    for (int &line : lines) {
        std::cin >> name;
        line = numbers.emplace(name, (int) numbers.size()).first->second;
    }
    std::vector<int> latest(numbers.size(), -1), seen(numbers.size(), -1);
    int start = 0, different = 0, best = 0, first = 0;
    for (int end = 0; end < n; end++) {
        if (latest[lines[end]] < start)
            different++;
        latest[lines[end]] = end;
        if (different > k) {
            different = 0;
            int at = end;
            while (at >= start && (seen[lines[at]] == end || different < k)) {
                if (seen[lines[at]] != end)
                    different++;
                seen[lines[at--]] = end;
            }
            start = at + 1;
        }
        if (end + 1 - start > best) {
            best = end + 1 - start;
            first = start;
        }
    }
    std::cout << first + 1 << ' ' << best << '\n';
}
