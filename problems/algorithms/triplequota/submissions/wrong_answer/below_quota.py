# Mistake: a group that meets the quota exactly is not counted; 04-equal-3.
def count_triples(memory, quota):
    memory = sorted(memory)
    groups = 0
    for i in range(len(memory) - 2):
        left, right = i + 1, len(memory) - 1
        while left < right:
            if memory[i] + memory[left] + memory[right] < quota:
                groups += right - left
                left += 1
            else:
                right -= 1
    return groups
