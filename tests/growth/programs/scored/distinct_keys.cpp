// keys; time O(n^2); space O(n); families: collide; kind: unordered_set, colliding keys
#include <iostream>
#include <unordered_set>

int main()
{
    std::ios::sync_with_stdio(false);
    int n;
    std::cin >> n;
    std::unordered_set<long long> seen;
    for (long long key; std::cin >> key;)
        seen.insert(key);
    std::cout << seen.size() << '\n';
}
