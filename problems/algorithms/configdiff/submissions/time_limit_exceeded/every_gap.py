# Slow: O(n m (n + m)), deletes and inserts whole stretches of lines and tries every length of them.
def fewest_edits(current, wanted):
    n, m = len(current), len(wanted)
    edits = [[i + j for j in range(m + 1)] for i in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            best = edits[i - 1][j - 1] + (current[i - 1] != wanted[j - 1])
            for deleted in range(1, i + 1):
                best = min(best, edits[i - deleted][j] + deleted)
            for inserted in range(1, j + 1):
                best = min(best, edits[i][j - inserted] + inserted)
            edits[i][j] = best
    return edits[n][m]
