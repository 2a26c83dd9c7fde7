class RateLimiter:
    """
    Lets each client make at most so many requests within any window of time.

    Example:
        RateLimiter(2, 10), allow("web", 3), allow("web", 8), allow("web", 12), remaining("web", 12), allow("web", 13), remaining("app", 13), remaining("web", 18)
        gives true, true, false, 0, true, 2, 1
    """

    def __init__(self, limit: int, window: int):
        # Your code.
        pass

    def allow(self, client: str, time: int) -> bool:
        """
        Decides about a request that a client makes now.
        Returns true if it is allowed, and it counts from now on; false if it is refused.
        """
        return False

    def remaining(self, client: str, time: int) -> int:
        """
        Returns how many requests the client could still make now. This is no request.
        """
        return 0
