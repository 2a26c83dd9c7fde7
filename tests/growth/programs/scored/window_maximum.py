# numbers; time O(n); space O(n); kind: deque
from collections import deque

n = int(input())
numbers = list(map(int, input().split()))
width = max(1, n // 10)
window, total = deque(), 0
for i, x in enumerate(numbers):
    while window and numbers[window[-1]] <= x:
        window.pop()
    window.append(i)
    if window[0] <= i - width:
        window.popleft()
    if i >= width - 1:
        total += numbers[window[0]]
print(total)
