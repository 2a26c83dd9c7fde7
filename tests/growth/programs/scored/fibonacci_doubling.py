# huge; time O(log n); space O(1) or O(log n); kind: recursion
def fibonacci(n, modulus):
    """F(n) and F(n + 1)."""
    if n == 0:
        return 0, 1
    a, b = fibonacci(n // 2, modulus)
    c = a * (2 * b - a) % modulus
    d = (a * a + b * b) % modulus
    return (d, (c + d) % modulus) if n % 2 else (c, d)


n = int(input())
print(*[fibonacci(n, modulus)[0] for modulus in range(1_000_000, 1_000_100)])
