# numbers; time O(n log n); space O(n); families: random, distinct; kind: dominated by sorting
import sys


def main():
    numbers = sorted(map(int, sys.stdin.read().split()[1:]))
    best = min((b - a for a, b in zip(numbers, numbers[1:])), default=0)
    print(best)


main()
