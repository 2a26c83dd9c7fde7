# Mistake: leaves out what is behind the last complete group; 04-pairs-3.
def turn_groups(chain, k):
    first = last = None
    group = []
    while chain:
        group.append(chain)
        chain = chain.next
        if len(group) == k:
            for node in reversed(group):
                if last is None:
                    first = node
                else:
                    last.next = node
                last = node
            last.next = None
            group = []
    return first
