// fewnumbers; time O(n^2 log n); space O(n^2); families: random, distinct; kind: sorting n^2 values
#include <algorithm>
#include <iostream>
#include <vector>

int main()
{
    int n;
    std::cin >> n;
    std::vector<int> a(n), sums;
    for (int &x : a)
        std::cin >> x;
    for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++)
            sums.push_back(a[i] + a[j]);
    std::sort(sums.begin(), sums.end());
    size_t repeated = 0;
    for (size_t i = 1; i < sums.size(); i++)
        repeated += sums[i] == sums[i - 1];
    std::cout << repeated << '\n';
}
