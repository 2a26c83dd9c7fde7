// keys; time O(n log n); space O(n); kind: std::map
#include <iostream>
#include <map>

int main()
{
    std::ios::sync_with_stdio(false);
    int n, position = 0;
    std::cin >> n;
    std::map<long long, int> first;
    for (long long key; std::cin >> key;)
        first.emplace(key, position++);
    long long checksum = 0;
    for (const auto &[key, place] : first)
        checksum = checksum * 31 % 1'000'003 + place;
    std::cout << checksum << '\n';
}
