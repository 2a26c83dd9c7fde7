// huge; time O(log n); space O(1); kind: matrix power
#include <array>
#include <cstdint>
#include <iostream>

using Matrix = std::array<std::array<uint64_t, 3>, 3>;
constexpr uint64_t modulus = 1'000'000'007;

Matrix operator*(const Matrix &a, const Matrix &b)
{
    Matrix c{};
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 3; k++)
                c[i][j] = (c[i][j] + a[i][k] * b[k][j]) % modulus;
    return c;
}

int main()
{
    uint64_t n;
    std::cin >> n;
    Matrix result{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}, step{{{1, 1, 1}, {1, 0, 0}, {0, 1, 0}}};
    for (; n > 0; n >>= 1) {
        if (n & 1)
            result = result * step;
        step = step * step;
    }
    std::cout << result[0][0] << '\n';
}
