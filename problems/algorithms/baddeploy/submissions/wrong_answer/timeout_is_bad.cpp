// Mistake: takes a probe that timed out for a bad deploy; 14-timeouts-first.
#include <iostream>
#include <string>

int main()
{
    long long n, limit;
    std::cin >> n >> limit;
    long long low = 1, high = n + 1;
    while (low < high) {
        long long middle = (low + high) / 2;
        std::string reply;
        std::cout << "? " << middle << std::endl;
        std::cin >> reply;
        if (reply == "good")
            low = middle + 1;
        else
            high = middle;
    }
    std::cout << "! " << (low == n + 1 ? 0 : low) << std::endl;
}
