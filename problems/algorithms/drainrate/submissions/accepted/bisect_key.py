# O(n log m): the bisect module, over the range of rates. A rate is enough where the key is True.
from bisect import bisect_left


def drain_rate(queues, hours):
    if len(queues) > hours:
        return -1

    def is_enough(rate):
        return sum(-(-messages // rate) for messages in queues) <= hours

    return 1 + bisect_left(range(1, max(queues)), True, key=is_enough)
