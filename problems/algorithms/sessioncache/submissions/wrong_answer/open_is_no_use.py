# Mistake: opening a session that is there leaves it in its place; 11-again-100.
from collections import OrderedDict
from typing import Optional


class SessionCache:
    def __init__(self, capacity: int):
        self.capacity = capacity
        self.users = OrderedDict()

    def open(self, session: int, user: int) -> Optional[int]:
        gone = None
        if session not in self.users and len(self.users) == self.capacity:
            gone, _ = self.users.popitem(last=False)
        self.users[session] = user
        return gone

    def find(self, session: int) -> Optional[int]:
        if session not in self.users:
            return None
        self.users.move_to_end(session)
        return self.users[session]

    def close(self, session: int) -> bool:
        return self.users.pop(session, None) is not None
