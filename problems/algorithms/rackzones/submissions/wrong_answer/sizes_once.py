# Mistake: lists each size once, however many zones have it; 08-random-40.
def zone_sizes(feeds):
    rows, columns = len(feeds), len(feeds[0])
    left = [row[:] for row in feeds]
    sizes = set()
    for row in range(rows):
        for column in range(columns):
            feed = left[row][column]
            if feed == 0:
                continue
            stack, size = [(row, column)], 0
            left[row][column] = 0
            while stack:
                r, c = stack.pop()
                size += 1
                for r2, c2 in ((r, c + 1), (r + 1, c), (r, c - 1), (r - 1, c)):
                    if 0 <= r2 < rows and 0 <= c2 < columns and left[r2][c2] == feed:
                        left[r2][c2] = 0
                        stack.append((r2, c2))
            sizes.add(size)
    return sorted(sizes, reverse=True)
