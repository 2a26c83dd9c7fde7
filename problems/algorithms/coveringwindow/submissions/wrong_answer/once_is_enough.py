# Mistake: asks only whether each service is there, not how often; 06-equal-9.
def find_window(lines, required):
    needed = set(required)
    have = {}
    best = []
    start = 0
    for end, service in enumerate(lines, 1):
        if service in needed:
            have[service] = have.get(service, 0) + 1
        while len(have) == len(needed):
            if not best or end - start < best[1] - best[0]:
                best = [start, end]
            leaving = lines[start]
            start += 1
            if leaving in have:
                have[leaving] -= 1
                if have[leaving] == 0:
                    del have[leaving]
    return best
