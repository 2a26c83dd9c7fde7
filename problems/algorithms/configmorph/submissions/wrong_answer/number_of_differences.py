# Mistake: the number of letters that differ, if there is a way at all; 07-chain-9.
def fewest_changes(current, wanted, valid):
    left = set(valid) - {current}
    stack = [current]
    while stack:
        text = stack.pop()
        if text == wanted:
            return sum(a != b for a, b in zip(current, wanted))
        for i in range(len(text)):
            for letter in "abcdef":
                other = text[:i] + letter + text[i + 1:]
                if other in left:
                    left.remove(other)
                    stack.append(other)
    return -1
