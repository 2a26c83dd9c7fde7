// words; time O(n); space O(n); kind: hash map of strings
#include <iostream>
#include <string>
#include <unordered_map>

int main()
{
    std::ios::sync_with_stdio(false);
    int n;
    std::cin >> n;
    std::unordered_map<std::string, int> counts;
    for (std::string word; std::cin >> word;)
        counts[word]++;
    int best = 0;
    for (const auto &[word, count] : counts)
        best = std::max(best, count);
    std::cout << counts.size() << ' ' << best << '\n';
}
