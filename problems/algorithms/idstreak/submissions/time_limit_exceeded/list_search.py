# Slow: O(n^2), looks for neighbours in the list.
def longest_streak(ids):
    best, best_length = 0, 0
    for number in ids:
        if number - 1 in ids:
            continue
        length = 1
        while number + length in ids:
            length += 1
        if length > best_length or length == best_length and number < best:
            best, best_length = number, length
    return [best, best_length]
