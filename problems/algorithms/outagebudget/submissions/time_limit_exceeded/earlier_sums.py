# Slow: O(n^2), counts the partner of each prefix sum in a list of the earlier ones.
def count_stretches(deltas, budget):
    sums = [0]
    count = 0
    for delta in deltas:
        total = sums[-1] + delta
        count += sums.count(total - budget)
        sums.append(total)
    return count
