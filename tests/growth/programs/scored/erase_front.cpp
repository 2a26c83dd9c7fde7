// numbers; time O(n^2); space O(n); kind: erase(begin()), a quadratic with a tiny constant
#include <iostream>
#include <vector>

int main()
{
    std::ios::sync_with_stdio(false);
    int n;
    std::cin >> n;
    std::vector<int> line(n);
    for (int &x : line)
        std::cin >> x;
    long long checksum = 0;
    while (!line.empty()) {
        checksum = (checksum * 7 + line.front()) % 1'000'000'007;
        line.erase(line.begin());
    }
    std::cout << checksum << '\n';
}
