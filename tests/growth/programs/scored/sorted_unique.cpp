// numbers; time O(n log n); space O(n); families: random, distinct; kind: dominated by sorting
#include <algorithm>
#include <cstdio>
#include <vector>

int main()
{
    int n, x;
    if (std::scanf("%d", &n) != 1)
        return 1;
    std::vector<int> a;
    while (std::scanf("%d", &x) == 1)
        a.push_back(x);
    std::sort(a.begin(), a.end());
    a.erase(std::unique(a.begin(), a.end()), a.end());
    std::printf("%zu\n", a.size());
}
