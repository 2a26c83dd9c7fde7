# time: n^2; space: n
def weigh(numbers):
    total = 0
    while numbers:
        total ^= numbers[0]
        numbers = numbers[1:]
    return total
