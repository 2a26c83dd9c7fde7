# Slow: O(m^2) for m services, looks for the twins of each among all that follow.
def group_twins(configs):
    sorted_configs = [sorted(lines) for lines in configs]
    groups = []
    grouped = set()
    for one, lines in enumerate(sorted_configs):
        if one in grouped:
            continue
        group = [one]
        for other in range(one + 1, len(configs)):
            if sorted_configs[other] == lines:
                group.append(other)
                grouped.add(other)
        if len(group) > 1:
            groups.append(group)
    return groups
