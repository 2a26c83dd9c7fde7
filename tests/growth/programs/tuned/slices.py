# weigh; time O(n^2); space O(n)
def weigh(numbers):
    total = 0
    while numbers:
        total ^= numbers[0]
        numbers = numbers[1:]
    return total
