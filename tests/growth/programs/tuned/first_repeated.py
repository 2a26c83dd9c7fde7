# numbers; time O(n); space O(n); families: distinct; kind: hash set, early exit
import sys


def first_repeated(numbers):
    seen = set()
    for number in numbers:
        if number in seen:
            return number
        seen.add(number)
    return None


data = list(map(int, sys.stdin.read().split()))
print(first_repeated(data[1:]))
