# O(n): a dictionary that is right at both ends of each streak joins streaks as the ids come.
def longest_streak(ids):
    lengths = {}
    best_length, best = 0, 0
    for number in ids:
        if number in lengths:
            continue
        left = lengths.get(number - 1, 0)
        right = lengths.get(number + 1, 0)
        length = left + 1 + right
        lengths[number] = lengths[number - left] = lengths[number + right] = length
        if (length, -(number - left)) > (best_length, -best):
            best_length, best = length, number - left
    return [best, best_length]
