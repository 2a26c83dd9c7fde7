# O(n m): the whole table.
def fewest_edits(current, wanted):
    n, m = len(current), len(wanted)
    edits = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        edits[i][0] = i
    for j in range(m + 1):
        edits[0][j] = j
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            if current[i - 1] == wanted[j - 1]:
                edits[i][j] = edits[i - 1][j - 1]
            else:
                edits[i][j] = min(edits[i - 1][j], edits[i][j - 1], edits[i - 1][j - 1]) + 1
    return edits[n][m]
