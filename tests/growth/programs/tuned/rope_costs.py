# numbers; time O(n log n); space O(n); kind: heap
import heapq
import sys

sys.stdin.readline()
ropes = list(map(int, sys.stdin.readline().split()))
heapq.heapify(ropes)
cost = 0
while len(ropes) > 1:
    joined = heapq.heappop(ropes) + heapq.heappop(ropes)
    cost += joined
    heapq.heappush(ropes, joined)
print(cost)
