# weigh; time O(n); space O(n)
def weigh(numbers):
    return len(set(numbers))
