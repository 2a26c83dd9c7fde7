// numbers; time O(n log n); space O(n); families: random, distinct; kind: std::set
#include <iostream>
#include <iterator>
#include <set>

int main()
{
    std::ios::sync_with_stdio(false);
    int n;
    std::cin >> n;
    std::multiset<int> seen;
    long long gaps = 0;
    for (int x; std::cin >> x;) {
        auto place = seen.insert(x);
        if (place != seen.begin())
            gaps += x - *std::prev(place);
    }
    std::cout << gaps << '\n';
}
