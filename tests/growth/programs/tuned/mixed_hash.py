# numbers; time O(n); space O(n); kind: a large constant
import sys

MASK = (1 << 32) - 1


def mix(value):
    for _ in range(40):
        value ^= value << 13 & MASK
        value ^= value >> 17
        value ^= value << 5 & MASK
    return value


input()
print(sum(mix(x) for x in map(int, input().split())) & MASK)
