# huge; time O(log n); space O(1)
def power(base, exponent, modulus):
    result = 1
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


n = int(input())
print(sum(power(base, n, 998_244_353) for base in range(2, 302)) % 998_244_353)
