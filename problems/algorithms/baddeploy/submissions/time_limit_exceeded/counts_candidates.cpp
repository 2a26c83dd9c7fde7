// Slow: finds the next deploy to probe by going through all of them, O(n log n).
#include <iostream>
#include <string>
#include <utility>
#include <vector>

static std::vector<std::pair<long long, bool>> replies; // deploy, whether it was bad

static bool possible(long long first)
{
    for (const auto &[deploy, bad] : replies)
        if (bad != (deploy >= first))
            return false;
    return true;
}

int main()
{
    long long n, limit;
    std::cin >> n >> limit;
    for (;;) {
        long long left = 0, last = 0;
        for (long long first = 1; first <= n + 1; first++) {
            if (!possible(first))
                continue;
            last = first;
            left++;
        }
        if (left == 1) {
            std::cout << "! " << (last == n + 1 ? 0 : last) << std::endl;
            return 0;
        }
        std::string reply;
        long long middle = last - left / 2;
        std::cout << "? " << middle << std::endl;
        std::cin >> reply;
        if (reply != "timeout")
            replies.emplace_back(middle, reply == "bad");
    }
}
