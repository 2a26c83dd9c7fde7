// numbers; time O(n); space O(n); kind: monotonic stack
#include <iostream>
#include <stack>
#include <vector>

int main()
{
    int n;
    std::cin >> n;
    std::vector<long long> height(n + 1, 0);
    for (int i = 0; i < n; i++)
        std::cin >> height[i];
    std::stack<int> open;
    long long best = 0;
    for (int i = 0; i <= n; i++) {
        while (!open.empty() && height[open.top()] >= height[i]) {
            long long tall = height[open.top()];
            open.pop();
            best = std::max(best, tall * (open.empty() ? i : i - open.top() - 1));
        }
        open.push(i);
    }
    std::cout << best << '\n';
}
