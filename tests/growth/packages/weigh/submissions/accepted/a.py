def weigh(numbers):
    return 0
