# Mistake: a refused message prolongs the memory of its id; 05-refused-12.
from collections import OrderedDict


class ReplayGuard:
    def __init__(self, window):
        self.window = window
        self.times = OrderedDict()

    def accept(self, id, time):
        self.remembered(time)
        known = id in self.times
        self.times[id] = time
        self.times.move_to_end(id)
        return not known

    def remembered(self, time):
        while self.times and time - next(iter(self.times.values())) >= self.window:
            self.times.popitem(last=False)
        return len(self.times)
