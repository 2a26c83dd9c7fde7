# Mistake: begins with a last check at 0, so that a window with 0 in it is taken for done; 04-zero-1.
def fewest_checks(opens, closes):
    checks = last = 0
    for closing, opening in sorted(zip(closes, opens)):
        if opening > last or closing < last:
            last = closing
            checks += 1
    return checks
