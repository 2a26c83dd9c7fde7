// numbers; time O(n log n); space O(n); kind: an ordered set that slides
#include <algorithm>
#include <iostream>
#include <set>
#include <vector>

int main()
{
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::vector<int> a(n);
    for (int &x : a) std::cin >> x;
    int k = std::max(1, n / 2);
    std::multiset<int> window;
    int best = 2000000000;
    for (int i = 0; i < n; i++) {
        window.insert(a[i]);
        if (i >= k) window.erase(window.find(a[i - k]));
        if (i >= k - 1) best = std::min(best, *window.rbegin() - *window.begin());
    }
    std::cout << best << "\n";
}
