# weigh; time O(n^2); space O(n)
def weigh(numbers):
    seen = []
    for x in numbers:
        if x not in seen:
            seen.append(x)
    return len(seen)
