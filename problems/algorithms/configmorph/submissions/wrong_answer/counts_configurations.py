# Mistake: counts the configurations on the way instead of the changes; 07-chain-9.
from collections import deque


def fewest_changes(current, wanted, valid):
    left = set(valid) - {current}
    queue = deque([(current, 1)])
    if current == wanted:
        return 0
    while queue:
        text, count = queue.popleft()
        if text == wanted:
            return count
        for i in range(len(text)):
            for letter in "abcdef":
                other = text[:i] + letter + text[i + 1:]
                if other in left:
                    left.remove(other)
                    queue.append((other, count + 1))
    return -1
