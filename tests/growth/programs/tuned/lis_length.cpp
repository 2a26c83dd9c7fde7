// numbers; time O(n log n); space O(n); kind: lower_bound
#include <algorithm>
#include <iostream>
#include <vector>

int main()
{
    int n;
    std::cin >> n;
    std::vector<int> tails;
    for (int i = 0; i < n; i++) {
        int x;
        std::cin >> x;
        auto it = std::lower_bound(tails.begin(), tails.end(), x);
        if (it == tails.end())
            tails.push_back(x);
        else
            *it = x;
    }
    std::cout << tails.size() << std::endl;
}
