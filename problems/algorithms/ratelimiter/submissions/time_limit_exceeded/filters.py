# Slow: O(limit) for each call: builds the list of times that still count anew.
class RateLimiter:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.times = {}

    def allow(self, client, time):
        if self.remaining(client, time) == 0:
            return False
        self.times[client].append(time)
        return True

    def remaining(self, client, time):
        self.times[client] = [t for t in self.times.get(client, []) if t > time - self.window]
        return self.limit - len(self.times[client])
