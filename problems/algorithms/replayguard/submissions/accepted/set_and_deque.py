# O(1) amortised a call: a set of what is remembered, and a deque in the order of acceptance.
from collections import deque


class ReplayGuard:
    def __init__(self, window: int):
        self.window = window
        self.ids = set()
        self.order = deque()

    def accept(self, id: int, time: int) -> bool:
        self.forget(time)
        if id in self.ids:
            return False
        self.ids.add(id)
        self.order.append((id, time))
        return True

    def remembered(self, time: int) -> int:
        self.forget(time)
        return len(self.ids)

    def forget(self, time: int) -> None:
        while self.order and time - self.order[0][1] >= self.window:
            self.ids.remove(self.order.popleft()[0])
