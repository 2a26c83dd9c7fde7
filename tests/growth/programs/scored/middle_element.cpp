// numbers; time O(n); space O(n); kind: nth_element
#include <algorithm>
#include <iostream>
#include <vector>

int main()
{
    std::ios::sync_with_stdio(false);
    int n;
    std::cin >> n;
    std::vector<int> a(n);
    for (int &x : a)
        std::cin >> x;
    std::nth_element(a.begin(), a.begin() + n / 2, a.end());
    std::cout << a[n / 2] << '\n';
}
