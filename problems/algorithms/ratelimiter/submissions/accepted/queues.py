# O(1) a call, amortised: for each client a queue with the times of its requests that count.
from collections import defaultdict, deque


class RateLimiter:
    def __init__(self, limit: int, window: int):
        self.limit = limit
        self.window = window
        self.times = defaultdict(deque)

    def counting(self, client: str, time: int) -> deque:
        times = self.times[client]
        while times and times[0] <= time - self.window:
            times.popleft()
        return times

    def allow(self, client: str, time: int) -> bool:
        times = self.counting(client, time)
        if len(times) == self.limit:
            return False
        times.append(time)
        return True

    def remaining(self, client: str, time: int) -> int:
        return self.limit - len(self.counting(client, time))
