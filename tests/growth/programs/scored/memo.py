# weigh; time O(n); space O(n)
import functools


def weigh(numbers):
    @functools.lru_cache(None)
    def best(i):
        return 0 if i < 0 else max(best(i - 1), numbers[i])

    for i in range(len(numbers)):
        best(i)
    return best(len(numbers) - 1)
