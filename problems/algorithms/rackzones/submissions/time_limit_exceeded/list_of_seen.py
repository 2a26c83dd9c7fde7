# Slow: O(n^2), searches a list for each place to know whether it was seen.
def zone_sizes(feeds):
    rows, columns = len(feeds), len(feeds[0])
    seen = []
    sizes = []
    for row in range(rows):
        for column in range(columns):
            if feeds[row][column] == 0 or (row, column) in seen:
                continue
            seen.append((row, column))
            first = len(seen) - 1
            at = first
            while at < len(seen):
                r, c = seen[at]
                at += 1
                for r2, c2 in ((r, c + 1), (r + 1, c), (r, c - 1), (r - 1, c)):
                    if (0 <= r2 < rows and 0 <= c2 < columns and feeds[r2][c2] == feeds[row][column]
                            and (r2, c2) not in seen):
                        seen.append((r2, c2))
            sizes.append(len(seen) - first)
    return sorted(sizes, reverse=True)
