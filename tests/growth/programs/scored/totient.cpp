// huge; time O(sqrt n); space O(1); families: prime; kind: early exit
#include <iostream>

int main()
{
    long long n;
    std::cin >> n;
    long long phi = n;
    for (long long p = 2; p <= n / p; p++) {
        if (n % p)
            continue;
        while (n % p == 0)
            n /= p;
        phi -= phi / p;
    }
    if (n > 1)
        phi -= phi / n;
    std::cout << phi << '\n';
}
