# Slow: O(n m^2), tries every line of wanted as the partner of each line of current.
def fewest_edits(current, wanted):
    n, m = len(current), len(wanted)
    below = [m - j for j in range(m + 1)]
    for i in range(n - 1, -1, -1):
        row = []
        for j in range(m + 1):
            best = below[j] + 1
            for partner in range(j, m):
                inserted = partner - j
                replaced = current[i] != wanted[partner]
                best = min(best, inserted + replaced + below[partner + 1])
            row.append(best)
        below = row
    return below[0]
