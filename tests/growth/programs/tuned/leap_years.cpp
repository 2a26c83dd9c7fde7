// huge; time O(1); space O(1)
#include <iostream>

int main()
{
    long long n;
    std::cin >> n;
    auto leaps = [](long long year) { return year / 4 - year / 100 + year / 400; };
    std::cout << leaps(n) << ' ' << (n + leaps(n)) % 7 << '\n';
}
