# Slow: O(n^2), widens the run of each host to both sides.
def largest_block(capacity):
    best = 0
    for position, amount in enumerate(capacity):
        if position > 0 and capacity[position - 1] == amount:
            continue  # the same run
        first = end = position
        while first > 0 and capacity[first - 1] >= amount:
            first -= 1
        while end < len(capacity) and capacity[end] >= amount:
            end += 1
        best = max(best, amount * (end - first))
    return best
