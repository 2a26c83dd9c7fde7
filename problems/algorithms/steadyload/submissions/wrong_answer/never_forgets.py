# Mistake: keeps the extremes of all loads of the window, but not when they leave it; 10-random-20.
def steady_stretch(loads, spread):
    start = 0
    largest = smallest = loads[0]
    best = [0, 0]
    for position, load in enumerate(loads):
        largest = max(largest, load)
        smallest = min(smallest, load)
        while start < position and largest - smallest > spread:
            if loads[start] in (largest, smallest):
                largest = max(load, loads[start + 1])
                smallest = min(load, loads[start + 1])
            start += 1
        if position + 1 - start > best[1]:
            best = [start, position + 1 - start]
    return best
