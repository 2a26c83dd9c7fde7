# O(n L^2): breadth first; makes all strings that differ in one letter and looks them up in a set.
from typing import List


def fewest_changes(current: str, wanted: str, valid: List[str]) -> int:
    left = set(valid)
    left.discard(current)
    level, changes = [current], 0
    while level:
        if wanted in level:
            return changes
        reached = []
        for text in level:
            for i in range(len(text)):
                before, after = text[:i], text[i + 1:]
                for letter in "abcdef":
                    other = before + letter + after
                    if other in left:
                        left.remove(other)
                        reached.append(other)
        level = reached
        changes += 1
    return -1
