# O(n): as a whole program, which reads standard input.
import sys


def main():
    numbers = list(map(int, sys.stdin.read().split()))
    count, sizes, block = numbers[0], numbers[1:-1], numbers[-1]
    first = {}
    for position in range(count):
        partner = first.get(block - sizes[position])
        if partner is not None:
            print(2)
            print(partner, position)
            return
        first.setdefault(sizes[position], position)
    print(0)
    print()


main()
