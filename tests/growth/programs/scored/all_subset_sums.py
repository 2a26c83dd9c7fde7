# small; time O(2^n); space O(2^n); kind: allocation-heavy
input()
sums = [0]
for x in map(int, input().split()):
    sums = sums + [s + x for s in sums]
average = sum(sums) / len(sums)
print(sum(1 for s in sums if s > average))
