# Mistake: passes over equal amounts, as when different sums are asked for; 08-repeated-9.
def count_triples(memory, quota):
    memory = sorted(memory)
    groups = 0
    for i in range(len(memory) - 2):
        if i > 0 and memory[i] == memory[i - 1]:
            continue
        left, right = i + 1, len(memory) - 1
        while left < right:
            if memory[i] + memory[left] + memory[right] <= quota:
                groups += right - left
                left += 1
                while left < right and memory[left] == memory[left - 1]:
                    left += 1
            else:
                right -= 1
    return groups
