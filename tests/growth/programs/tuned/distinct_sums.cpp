// small; time O(2^n); space O(n) or O(1); families: powers; kind: subsets, recursion
#include <iostream>
#include <vector>

int count(const std::vector<long long> &a, size_t i, long long sum)
{
    if (i == a.size())
        return sum % 3 == 0;
    return count(a, i + 1, sum) + count(a, i + 1, sum + a[i]);
}

int main()
{
    int n;
    std::cin >> n;
    std::vector<long long> a(n);
    for (auto &x : a)
        std::cin >> x;
    std::cout << count(a, 0, 0) << '\n';
}
