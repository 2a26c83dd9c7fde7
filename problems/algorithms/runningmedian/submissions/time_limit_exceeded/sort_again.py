# Slow: O(n^2) or more, sorts again after each arrival.
def running_medians(latencies):
    arrived = []
    medians = []
    for latency in latencies:
        arrived.append(latency)
        arrived.sort()
        medians.append(arrived[(len(arrived) - 1) // 2])
    return medians
