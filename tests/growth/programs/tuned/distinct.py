# time: n; space: n
def weigh(numbers):
    return len(set(numbers))
