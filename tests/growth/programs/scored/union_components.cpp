// graph; time O(n); space O(n); kind: union-find, halving of paths, no sorting
#include <iostream>
#include <numeric>
#include <vector>

class Components {
public:
    explicit Components(int n) : parent_(n), size_(n, 1), count_(n)
    {
        std::iota(parent_.begin(), parent_.end(), 0);
    }

    int find(int x)
    {
        while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
        return x;
    }

    bool unite(int a, int b)
    {
        a = find(a), b = find(b);
        if (a == b) return false;
        if (size_[a] < size_[b]) std::swap(a, b);
        parent_[b] = a;
        size_[a] += size_[b];
        count_--;
        return true;
    }

    int count() const { return count_; }

private:
    std::vector<int> parent_, size_;
    int count_;
};

int main()
{
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    Components light(n);
    long long spare = 0;
    for (int i = 0; i < m; i++) {
        int a, b, w;
        std::cin >> a >> b >> w;
        if (w <= 900 && !light.unite(a, b)) spare += w;
    }
    std::cout << light.count() << " " << spare << "\n";
}
