from typing import Optional


class SessionCache:
    """
    Keeps the sessions that were used last, as many as it has room for.

    Example:
        SessionCache(2), open(7, 1), open(8, 2), find(7), open(9, 3), find(8), find(9)
        gives null, null, 1, 8, null, 3
    """

    def __init__(self, capacity: int):
        # Your code.
        pass

    def open(self, session: int, user: int) -> Optional[int]:
        """
        Stores the user of a session, also when it is there already.
        Returns the session that had to go to make room, or nothing.
        """
        return None

    def find(self, session: int) -> Optional[int]:
        """
        Returns the user of a session, or nothing when it is not there. This is a use of it.
        """
        return None

    def close(self, session: int) -> bool:
        """
        Forgets a session. Returns whether it was there.
        """
        return False
