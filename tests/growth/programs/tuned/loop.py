# weigh; time O(n); space O(1)
def weigh(numbers):
    best = 0
    for x in numbers:
        if x > best:
            best = x
    return best
