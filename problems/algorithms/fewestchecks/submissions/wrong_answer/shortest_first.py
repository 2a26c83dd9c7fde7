# Mistake: takes the shortest window first and checks at its close; 09-chain-4.
import bisect


def fewest_checks(opens, closes):
    checks = []
    for opening, closing in sorted(zip(opens, closes), key=lambda window: window[1] - window[0]):
        at = bisect.bisect_left(checks, opening)
        if at == len(checks) or checks[at] > closing:
            bisect.insort(checks, closing)
    return len(checks)
