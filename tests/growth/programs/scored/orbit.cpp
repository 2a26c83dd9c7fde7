// huge; time O(1); space O(1); kind: floating point, a long loop that does not depend on n
#include <cmath>
#include <cstdio>
#include <iostream>

int main()
{
    double n;
    std::cin >> n;
    double x = std::fmod(n, 997) / 1000, y = 0.5;
    for (int step = 0; step < 30000; step++) {
        double next = std::fma(x, x, -y * y) - 0.4;
        y = 2 * x * y + 0.3;
        x = next;
        if (x * x + y * y > 4)
            x = y = 0.25;
    }
    std::printf("%.3f %.3f\n", x, y);
}
