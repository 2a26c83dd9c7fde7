# Slow: O(n m), takes the minimum over all samples for each event.
def nearest_samples(events, samples):
    return [min(range(len(samples)), key=lambda i: abs(samples[i] - event)) for event in events]
