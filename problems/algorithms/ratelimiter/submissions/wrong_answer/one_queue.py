# Mistake: one queue for all clients; 16-names-50.
from collections import deque


class RateLimiter:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.times = deque()

    def remaining(self, client, time):
        while self.times and self.times[0] <= time - self.window:
            self.times.popleft()
        return self.limit - len(self.times)

    def allow(self, client, time):
        if self.remaining(client, time) == 0:
            return False
        self.times.append(time)
        return True
