# fewnumbers; time O(n^2 log n); space O(n); kind: heapsort in a loop
import heapq

input()
numbers = list(map(int, input().split()))
total = 0
for start in range(len(numbers)):
    heap = numbers[start:]
    heapq.heapify(heap)
    clock = 0
    while heap:
        clock = (clock * 3 + heapq.heappop(heap)) % 1009
    total += clock
print(total)
