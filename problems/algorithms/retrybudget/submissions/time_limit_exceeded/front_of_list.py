# Slow: O(n^2), takes states from the front of a list, which moves all others.
import sys

n, m, budget, state, *ends = sys.stdin.read().split()
target, budget = int(n), int(budget)
callees = [[] for _ in range(target + 1)]
for x, y in zip(ends[::2], ends[1::2]):
    callees[int(x)].append(int(y))
answer = "unreachable"
waiting, seen = [(1, 0, 0)], {(1, 0)}
while waiting:
    here, used, hops = waiting.pop(0)
    if here == target:
        answer = hops
        break
    for following in callees[here]:
        total = used + (state[following - 1] == "d")
        if total <= budget and (following, total) not in seen:
            seen.add((following, total))
            waiting.append((following, total, hops + 1))
print(answer)
