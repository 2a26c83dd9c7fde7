# Mistake: the empty prefix is missing, so that no stretch starts on the first day; 07-fromstart-9.
def count_stretches(deltas, budget):
    seen = {}
    total = count = 0
    for delta in deltas:
        total += delta
        count += seen.get(total - budget, 0)
        seen[total] = seen.get(total, 0) + 1
    return count
