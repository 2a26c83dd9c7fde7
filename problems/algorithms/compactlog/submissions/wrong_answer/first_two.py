# Mistake: keeps the first two records of a key instead of the last two; 03-equal-3.
def compact_log(records):
    kept = 0
    for record in records:
        if kept < 2 or records[kept - 2][0] != record[0]:
            records[kept][:] = record
            kept += 1
    for i in range(kept, len(records)):
        records[i][:] = [0, 0]
    return kept
