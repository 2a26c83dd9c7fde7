# Mistake: counts in fixed windows, at whose border twice the limit passes; 06-fixed-20.
class RateLimiter:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.counts = {}

    def remaining(self, client, time):
        number, count = self.counts.get(client, (0, 0))
        return self.limit - count if number == time // self.window else self.limit

    def allow(self, client, time):
        left = self.remaining(client, time)
        if left == 0:
            return False
        self.counts[client] = (time // self.window, self.limit - left + 1)
        return True
