# Mistake: marks a service as visited whatever was spent on the way to it; 10-decoy.
import sys
from collections import deque

n, m, budget, state, *ends = sys.stdin.read().split()
n, budget = int(n), int(budget)
callees = [[] for _ in range(n + 1)]
for x, y in zip(ends[::2], ends[1::2]):
    callees[int(x)].append(int(y))
seen = {1}
queue = deque([(1, 0, 0)])
answer = "unreachable"
while queue:
    here, used, hops = queue.popleft()
    if here == n:
        answer = hops
        break
    for following in callees[here]:
        total = used + (state[following - 1] == "d")
        if total <= budget and following not in seen:
            seen.add(following)
            queue.append((following, total, hops + 1))
print(answer)
