# huge; time O(1); space O(1); kind: a long loop that does not depend on n
n = int(input())
state, position, farthest = n, 0, 0
for _ in range(20_000):
    state = (state * 1103515245 + 12345) % 2**31
    position += 1 if state >> 16 & 1 else -1
    farthest = max(farthest, abs(position))
print(position, farthest)
