# Crash: keeps with each pair the text that logs its edits, where their number is enough.
def fewest_edits(current, wanted):
    table = [[(0, "")]]
    for line in wanted:
        count, log = table[0][-1]
        table[0].append((count + 1, log + "insert " + line + "\n"))
    for i, line in enumerate(current):
        count, log = table[i][0]
        table.append([(count + 1, log + "delete " + line + "\n")])
        for j, other in enumerate(wanted):
            if line == other:
                table[-1].append(table[i][j])
                continue
            ways = [(table[i][j], "replace " + line + " by " + other),
                    (table[i][j + 1], "delete " + line),
                    (table[-1][j], "insert " + other)]
            (count, log), edit = min(ways, key=lambda way: way[0][0])
            table[-1].append((count + 1, log + edit + "\n"))
    return table[-1][-1][0]
