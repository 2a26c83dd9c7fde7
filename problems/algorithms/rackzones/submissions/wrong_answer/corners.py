# Mistake: places that touch at a corner count as neighbours; 03-random-6.
def zone_sizes(feeds):
    rows, columns = len(feeds), len(feeds[0])
    left = [row[:] for row in feeds]
    sizes = []
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
                for r2 in range(max(0, r - 1), min(rows, r + 2)):
                    for c2 in range(max(0, c - 1), min(columns, c + 2)):
                        if left[r2][c2] == feed:
                            left[r2][c2] = 0
                            stack.append((r2, c2))
            sizes.append(size)
    return sorted(sizes, reverse=True)
