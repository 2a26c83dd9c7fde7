# Slow: O(n^2), looks at the rest of the ring from every host.
def next_upgrade(versions):
    result = []
    for position, version in enumerate(versions):
        rest = versions[position + 1:] + versions[:position]
        result.append(next((d for d, other in enumerate(rest, 1) if other > version), 0))
    return result
