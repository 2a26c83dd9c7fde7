# Mistake: a segment of half the block is its own partner (added before the look-up); 08-half-5.
def find_pair(sizes, block):
    first = {}
    for position, size in enumerate(sizes):
        first.setdefault(size, position)
        if block - size in first:
            return [first[block - size], position]
    return []
