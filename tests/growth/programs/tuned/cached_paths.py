# grid; time O(n^2); space O(n^2); kind: recursion with memo, lru_cache
import sys
from functools import lru_cache

sys.setrecursionlimit(10_000)
n = int(input())
cost = [list(map(int, input().split())) for _ in range(n)]


@lru_cache(maxsize=None)
def cheapest(row, column):
    if row < 0 or column < 0:
        return 10**9
    if row == column == 0:
        return cost[0][0]
    return cost[row][column] + min(cheapest(row - 1, column), cheapest(row, column - 1))


print(cheapest(n - 1, n - 1))
