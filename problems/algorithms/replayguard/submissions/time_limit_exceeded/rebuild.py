# Slow: O(n) a call, copies what is remembered to leave out what is too old.
class ReplayGuard:
    def __init__(self, window):
        self.window = window
        self.times = {}

    def accept(self, id, time):
        self.remembered(time)
        if id in self.times:
            return False
        self.times[id] = time
        return True

    def remembered(self, time):
        self.times = {id: t for id, t in self.times.items() if time - t < self.window}
        return len(self.times)
