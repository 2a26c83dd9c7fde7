# huge; time O(sqrt n); space O(1); families: prime; kind: early exit
import math


def is_prime(n):
    if n < 2:
        return False
    for divisor in range(2, math.isqrt(n) + 1):
        if n % divisor == 0:
            return False
    return True


print("prime" if is_prime(int(input())) else "composite")
