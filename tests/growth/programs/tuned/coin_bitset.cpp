// numbers; time O(n); space O(1); kind: bitset DP with a bounded target, a large constant
#include <bitset>
#include <iostream>

int main()
{
    constexpr int target = 4096;
    int n, x;
    std::bitset<target + 1> reachable;
    reachable[0] = true;
    std::cin >> n;
    while (std::cin >> x)
        reachable |= reachable << (x % target + 1);
    std::cout << reachable.count() << '\n';
}
