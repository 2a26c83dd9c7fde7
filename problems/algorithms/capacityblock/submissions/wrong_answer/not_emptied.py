# Mistake: does not measure what is left on the stack, the runs that reach the last host; 10-rise-8.
def largest_block(capacity):
    best = 0
    stack = []
    for position, amount in enumerate(capacity):
        start = position
        while stack and stack[-1][1] > amount:
            start, larger = stack.pop()
            best = max(best, larger * (position - start))
        stack.append((start, amount))
    return best
