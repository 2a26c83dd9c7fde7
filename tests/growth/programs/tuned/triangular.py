# huge; time O(1); space O(1)
n = int(input())
total = n * (n + 1) // 2
squares = n * (n + 1) * (2 * n + 1) // 6
print(total % 1_000_000_007, squares % 1_000_000_007)
