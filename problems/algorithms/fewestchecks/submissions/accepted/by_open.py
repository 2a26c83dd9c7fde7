# O(n log n): by opening moment, with the moment until which the next check can wait.
import math


def fewest_checks(opens, closes):
    checks = 0
    wait_until = -math.inf
    for i in sorted(range(len(opens)), key=opens.__getitem__):
        if opens[i] > wait_until:
            checks += 1
            wait_until = closes[i]
        else:
            wait_until = min(wait_until, closes[i])
    return checks
