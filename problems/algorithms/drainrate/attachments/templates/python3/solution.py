from typing import List


def drain_rate(queues: List[int], hours: int) -> int:
    """
    Finds the smallest rate, in messages per hour, with which all queues are drained in time. In each
    hour the worker is at one queue.
    Returns -1 if no rate is high enough.

    Example:
        drain_rate(queues = [7, 3, 12], hours = 6)
        returns 4
    """
    # Your code.
    return 0
