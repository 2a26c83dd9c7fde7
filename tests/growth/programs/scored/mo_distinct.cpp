// queries; time O(n sqrt n); space O(n); families: random; kind: Mo's algorithm
#include <algorithm>
#include <cmath>
#include <iostream>
#include <vector>

struct Query {
    int left, right;
};

int main()
{
    std::ios::sync_with_stdio(false);
    int n;
    std::cin >> n;
    std::vector<int> a(n), count(1000);
    for (int &x : a) {
        std::cin >> x;
        x %= 1000;
    }
    std::vector<Query> queries;
    for (Query q; std::cin >> q.left >> q.right;)
        queries.push_back({q.left - 1, q.right - 1});
    int block = std::max(1, (int)std::sqrt(n));
    std::sort(queries.begin(), queries.end(), [block](const Query &a, const Query &b) {
        return a.left / block != b.left / block ? a.left < b.left : a.right < b.right;
    });
    int left = 0, right = -1, distinct = 0;
    long long sum = 0;
    auto add = [&](int i) { distinct += count[a[i]]++ == 0; };
    auto remove = [&](int i) { distinct -= --count[a[i]] == 0; };
    for (const Query &q : queries) {
        while (left > q.left) add(--left);
        while (right < q.right) add(++right);
        while (left < q.left) remove(left++);
        while (right > q.right) remove(right--);
        sum += distinct;
    }
    std::cout << sum << '\n';
}
