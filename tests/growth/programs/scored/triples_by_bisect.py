# fewnumbers; time O(n^2 log n); space O(n)
from bisect import bisect_right


def triangles(sides):
    count = 0
    for i in range(len(sides)):
        for j in range(i + 1, len(sides)):
            longest = bisect_right(sides, sides[i] + sides[j] - 1, j + 1)
            count += longest - j - 1
    return count


input()
print(triangles(sorted(map(int, input().split()))))
