# Mistake: an old entry of the queue takes an id out that was accepted again since; 07-backagain-12.
from collections import deque


class ReplayGuard:
    def __init__(self, window):
        self.window = window
        self.times = {}
        self.order = deque()

    def accept(self, id, time):
        if id in self.times and time - self.times[id] < self.window:
            return False
        self.times[id] = time
        self.order.append((id, time))
        return True

    def remembered(self, time):
        while self.order and time - self.order[0][1] >= self.window:
            self.times.pop(self.order.popleft()[0], None)
        return len(self.times)
