# Mistake: a latency goes into the half whose turn it is without being compared; 08-falling-8.
import heapq


def running_medians(latencies):
    lower, upper = [], []
    medians = []
    for latency in latencies:
        if len(lower) == len(upper):
            heapq.heappush(lower, -latency)
        else:
            heapq.heappush(upper, latency)
        medians.append(-lower[0])
    return medians
