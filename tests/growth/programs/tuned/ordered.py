# weigh; time O(n log n); space O(n)
def weigh(numbers):
    return sorted(numbers)[len(numbers) // 2]
