# Slow: O(n^2), makes a new list of the windows that are left for each check.
def fewest_checks(opens, closes):
    left = sorted(zip(closes, opens))
    checks = 0
    while left:
        check = left[0][0]
        left = [window for window in left if window[1] > check]
        checks += 1
    return checks
