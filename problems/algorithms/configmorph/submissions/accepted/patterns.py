# O(n L^2): groups the valid ones by patterns with one letter left out; neighbours share a pattern.
from collections import defaultdict, deque


def patterns(text):
    return [text[:i] + "*" + text[i + 1:] for i in range(len(text))]


def fewest_changes(current, wanted, valid):
    if current == wanted:
        return 0
    groups = defaultdict(list)
    for text in valid:
        for pattern in patterns(text):
            groups[pattern].append(text)

    changes = {current: 0}
    queue = deque([current])
    while queue:
        text = queue.popleft()
        for pattern in patterns(text):
            for other in groups.pop(pattern, []):
                if other not in changes:
                    changes[other] = changes[text] + 1
                    if other == wanted:
                        return changes[other]
                    queue.append(other)
    return -1
