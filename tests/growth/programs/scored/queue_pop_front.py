# numbers; time O(n^2); space O(n); kind: list.pop(0), a quadratic with a tiny constant
import sys

queue = sys.stdin.read().split()[1:]
served, checksum = 0, 0
while queue:
    ticket = int(queue.pop(0))
    served += 1
    checksum = (checksum * 31 + ticket * served) % 1_000_000_007
print(checksum)
