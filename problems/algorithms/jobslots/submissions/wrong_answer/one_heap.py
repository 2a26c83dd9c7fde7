# Mistake: one heap by end and number takes the worker that is free the longest; 06-late-8.
import heapq


def assign_jobs(arrivals, durations, workers):
    heap = [(0, worker) for worker in range(workers)]
    takers = []
    for arrival, duration in zip(arrivals, durations):
        free, worker = heapq.heappop(heap)
        heapq.heappush(heap, (max(free, arrival) + duration, worker))
        takers.append(worker)
    return takers
