# Mistake: gives a new list to the parameter's name, which changes nothing for the caller; 03-equal-3.
def compact_log(records):
    n = len(records)
    kept = [record for i, record in enumerate(records)
            if i + 2 >= n or records[i + 2][0] != record[0]]
    records = kept + [[0, 0]] * (n - len(kept))
    return len(kept)
