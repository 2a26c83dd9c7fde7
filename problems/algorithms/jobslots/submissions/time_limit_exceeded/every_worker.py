# Slow: O(n w), takes the minimum over all workers for each job.
def assign_jobs(arrivals, durations, workers):
    free_at = [0] * workers
    takers = []
    for arrival, duration in zip(arrivals, durations):
        start = max(arrival, min(free_at))
        worker = next(number for number, time in enumerate(free_at) if time <= start)
        free_at[worker] = start + duration
        takers.append(worker)
    return takers
