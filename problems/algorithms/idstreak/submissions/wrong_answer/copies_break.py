# Mistake: in the sorted list, a repeated id breaks the streak; 12-few-90.
def longest_streak(ids):
    ids = sorted(ids)
    best, best_length = ids[0], 1
    first = ids[0]
    for before, number in zip(ids, ids[1:]):
        if number != before + 1:
            first = number
        length = number - first + 1
        if length > best_length:
            best, best_length = first, length
    return [best, best_length]
