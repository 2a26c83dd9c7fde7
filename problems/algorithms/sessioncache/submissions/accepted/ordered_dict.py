# O(1) a call: an OrderedDict, in the order of last use.
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
        self.users.move_to_end(session)
        return gone

    def find(self, session: int) -> Optional[int]:
        if session not in self.users:
            return None
        self.users.move_to_end(session)
        return self.users[session]

    def close(self, session: int) -> bool:
        return self.users.pop(session, None) is not None
