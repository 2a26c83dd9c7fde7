# O(log n) a call: all allowed times of a client in a list; those that count are found by bisection.
from bisect import bisect_right


class RateLimiter:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.times = {}

    def allow(self, client, time):
        if self.remaining(client, time) == 0:
            return False
        self.times.setdefault(client, []).append(time)
        return True

    def remaining(self, client, time):
        times = self.times.get(client, [])
        return self.limit - (len(times) - bisect_right(times, time - self.window))
