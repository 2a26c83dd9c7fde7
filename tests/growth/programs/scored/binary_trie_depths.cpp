// huge; time O(log n); space O(1)
#include <iostream>

// The parents of n in a heap with d children each, up to the root.
int main()
{
    unsigned long long n, checksum = 0;
    std::cin >> n;
    for (unsigned children = 2; children < 40; children++)
        for (auto node = n; node > 0; node = (node - 1) / children)
            checksum = checksum * 131 + node;
    std::cout << checksum << '\n';
}
