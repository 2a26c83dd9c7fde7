// huge; time O(sqrt n); space O(1); kind: jumps over equal quotients
#include <iostream>

int main()
{
    long long n, sum = 0;
    std::cin >> n;
    for (long long first = 1, last; first <= n; first = last + 1) {
        long long quotient = n / first;
        last = n / quotient;
        sum = (sum + quotient % 1'000'000'007 * (last - first + 1)) % 1'000'000'007;
    }
    std::cout << sum << '\n';
}
