# weigh; time O(n log n); space O(1)
import bisect


def weigh(numbers):
    numbers.sort()
    return sum(bisect.bisect_left(numbers, x // 2) for x in numbers) % 65536
