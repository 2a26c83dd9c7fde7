# Slow: O(n^2 L), compares all pairs to make the graph.
from collections import deque


def fewest_changes(current, wanted, valid):
    texts = [current] + [text for text in valid if text != current]
    edges = [[] for _ in texts]
    for i, one in enumerate(texts):
        for j in range(i):
            if sum(a != b for a, b in zip(one, texts[j])) == 1:
                edges[i].append(j)
                edges[j].append(i)
    changes = {0: 0}
    queue = deque([0])
    while queue:
        i = queue.popleft()
        if texts[i] == wanted:
            return changes[i]
        for j in edges[i]:
            if j not in changes:
                changes[j] = changes[i] + 1
                queue.append(j)
    return -1
