# time: n log n; space: n
def weigh(numbers):
    return sorted(numbers)[len(numbers) // 2]
