# Slow: O(n^2), counts the different names of the window anew for each step.
def find_stretch(tenants, limit):
    start = 0
    best = [0, 0]
    for end in range(1, len(tenants) + 1):
        while len(set(tenants[start:end]) - {""}) > limit:
            start += 1
        if end - start > best[1]:
            best = [start, end - start]
    return best
