# Mistake: fills the table only near its diagonal, as if lines never moved far; 32-far-2000.
# Only large inputs show it: up to 600 lines are near enough.
def fewest_edits(current, wanted):
    n, m = len(current), len(wanted)
    near = 600 + abs(n - m)
    above = list(range(m + 1))
    for i in range(1, n + 1):
        row = [n + m] * (m + 1)
        row[0] = i
        for j in range(max(1, i - near), min(m, i + near) + 1):
            if current[i - 1] == wanted[j - 1]:
                row[j] = above[j - 1]
            else:
                row[j] = 1 + min(above[j - 1], above[j], row[j - 1])
        above = row
    return above[m]
