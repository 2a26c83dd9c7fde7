# numbers; time O(n log n); space O(n); kind: recursion, slicing
import sys


def sort_and_count(a):
    if len(a) < 2:
        return a, 0
    middle = len(a) // 2
    left, x = sort_and_count(a[:middle])
    right, y = sort_and_count(a[middle:])
    merged, count, i, j = [], x + y, 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
            count += len(left) - i
    return merged + left[i:] + right[j:], count


print(sort_and_count([int(x) for x in sys.stdin.read().split()[1:]])[1])
