# huge; time O(sqrt n); space O(1)
n = int(input())
total = 0
candidate = 1
while candidate * candidate <= n:
    if n % candidate == 0:
        total += candidate
        if candidate != n // candidate:
            total += n // candidate
    candidate += 1
print(total)
