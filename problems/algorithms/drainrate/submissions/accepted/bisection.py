# O(n log m): bisection of the rate between 1 and the largest queue.
from typing import List


def drain_rate(queues: List[int], hours: int) -> int:
    if len(queues) > hours:
        return -1
    low, high = 1, max(queues)
    while low < high:
        rate = (low + high) // 2
        if sum((messages + rate - 1) // rate for messages in queues) <= hours:
            high = rate
        else:
            low = rate + 1
    return low
