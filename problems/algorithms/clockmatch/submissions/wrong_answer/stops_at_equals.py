# Mistake: moves on only while the next sample is nearer, so that equal samples stop it; 05-runs-12.
def nearest_samples(events, samples):
    result = []
    at = 0
    for event in events:
        while at + 1 < len(samples) and abs(samples[at + 1] - event) < abs(samples[at] - event):
            at += 1
        result.append(at)
    return result
