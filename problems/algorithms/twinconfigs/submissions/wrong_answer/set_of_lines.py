# Mistake: a set of lines does not say how often each occurs; 04-counts-12.
def group_twins(configs):
    groups = {}
    for service, lines in enumerate(configs):
        groups.setdefault(frozenset(lines), []).append(service)
    return [group for group in groups.values() if len(group) > 1]
