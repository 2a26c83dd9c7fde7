# Mistake: goes by opening, but does not bring the check forward for a window that closes earlier; 10-inside-6.
def fewest_checks(opens, closes):
    checks = 0
    check = None
    for opening, closing in sorted(zip(opens, closes)):
        if check is None or opening > check:
            check = closing
            checks += 1
    return checks
