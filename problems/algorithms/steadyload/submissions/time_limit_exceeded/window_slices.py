# Slow: O(n^2), the largest and the smallest load of a slice for each window.
def steady_stretch(loads, spread):
    start = 0
    best = [0, 0]
    for end in range(1, len(loads) + 1):
        while max(loads[start:end]) - min(loads[start:end]) > spread:
            start += 1
        if end - start > best[1]:
            best = [start, end - start]
    return best
