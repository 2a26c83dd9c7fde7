// fewnumbers; time O(n^2 log n); space O(n); families: random, distinct; kind: std::set in a loop
#include <iostream>
#include <set>
#include <vector>

int main()
{
    int n;
    std::cin >> n;
    std::vector<int> a(n);
    for (int &x : a)
        std::cin >> x;
    long long closest = 0;
    for (int i = 0; i < n; i++) {
        std::set<int> rest;
        for (int j = i; j < n; j++)
            rest.insert(a[j]);
        auto above = rest.upper_bound(a[i]);
        closest += above == rest.end() ? 0 : *above - a[i];
    }
    std::cout << closest << '\n';
}
