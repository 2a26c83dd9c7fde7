# Slow: O(n^2), deletes each record that goes, which moves all behind it.
def compact_log(records):
    n = len(records)
    i = 0
    while i + 2 < len(records):
        if records[i][0] == records[i + 2][0]:
            del records[i]
        else:
            i += 1
    kept = len(records)
    records.extend([0, 0] for _ in range(n - kept))
    return kept
