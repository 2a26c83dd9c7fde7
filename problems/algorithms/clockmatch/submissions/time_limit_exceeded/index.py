# Slow: O(n m): two pointers, but the first of equal samples is searched from the start of the list.
def nearest_samples(events, samples):
    result = []
    after = 0
    for event in events:
        while after < len(samples) and samples[after] < event:
            after += 1
        if after == 0:
            nearest = samples[0]
        elif after == len(samples) or event - samples[after - 1] <= samples[after] - event:
            nearest = samples[after - 1]
        else:
            nearest = samples[after]
        result.append(samples.index(nearest))
    return result
