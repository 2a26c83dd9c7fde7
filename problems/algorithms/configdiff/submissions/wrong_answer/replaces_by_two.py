# Mistake: counts a replacement as a deletion and an insertion, by the longest common part; 02-random-4.
def fewest_edits(current, wanted):
    n, m = len(current), len(wanted)
    common = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n):
        for j in range(m):
            if current[i] == wanted[j]:
                common[i + 1][j + 1] = common[i][j] + 1
            else:
                common[i + 1][j + 1] = max(common[i][j + 1], common[i + 1][j])
    return n + m - 2 * common[n][m]
