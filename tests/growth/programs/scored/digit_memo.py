# huge; time O(log n); space O(1) or O(log n); kind: memoised recursion over digits
from functools import lru_cache

digits = list(map(int, input().strip()))


@lru_cache(maxsize=None)
def count(position, remainder, tight, modulus):
    """Numbers up to n whose sum of digits is a multiple of the modulus."""
    if position == len(digits):
        return 1 if remainder == 0 else 0
    limit = digits[position] if tight else 9
    total = 0
    for d in range(limit + 1):
        total += count(position + 1, (remainder + d) % modulus, tight and d == limit, modulus)
    return total


print(*[count(0, 0, True, modulus) for modulus in range(2, 11)])
