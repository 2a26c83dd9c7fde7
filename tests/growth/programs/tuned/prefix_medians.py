# fewnumbers; time O(n^2 log n); space O(n); families: random; kind: sorting in a loop
n = int(input())
numbers = list(map(int, input().split()))
total = 0
for end in range(1, n + 1):
    ordered = sorted(numbers[:end])
    total += ordered[end // 2]
print(total)
