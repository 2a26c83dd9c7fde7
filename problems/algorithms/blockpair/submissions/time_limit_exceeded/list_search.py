# Slow: O(n^2), looks for the partner in a slice of the list.
def find_pair(sizes, block):
    for position, size in enumerate(sizes):
        if block - size in sizes[:position]:
            return [sizes.index(block - size), position]
    return []
