# queries; time O(n sqrt n); space O(n); families: wide, random; kind: square root decomposition
import math
import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, numbers = data[0], data[1:data[0] + 1]
    size = math.isqrt(n) + 1
    blocks = [0] * (n // size + 1)
    for i, x in enumerate(numbers):
        blocks[i // size] += x
    answer = 0
    for k in range(n + 1, len(data), 2):
        i, end, total = data[k] - 1, data[k + 1], 0
        while i < end:
            if i % size == 0 and i + size <= end:
                total += blocks[i // size]
                i += size
            else:
                total += numbers[i]
                i += 1
        answer ^= total
    print(answer)


main()
