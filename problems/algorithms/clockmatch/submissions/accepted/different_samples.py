# O(n + m): equal samples are taken out first; then a pointer moves on while the next one is nearer.
def nearest_samples(events, samples):
    times, positions = [], []
    for position, time in enumerate(samples):
        if not times or times[-1] != time:
            times.append(time)
            positions.append(position)
    result = []
    at = 0
    for event in events:
        while at + 1 < len(times) and abs(times[at + 1] - event) < abs(times[at] - event):
            at += 1
        result.append(positions[at])
    return result
