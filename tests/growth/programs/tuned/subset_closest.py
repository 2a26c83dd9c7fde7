# small; time O(2^n); space O(1) or O(n); kind: subsets, recursion
def closest(numbers, i, left, right):
    if i == len(numbers):
        return abs(left - right)
    return min(closest(numbers, i + 1, left + numbers[i], right),
               closest(numbers, i + 1, left, right + numbers[i]))


input()
print(closest(list(map(int, input().split())), 0, 0, 0))
