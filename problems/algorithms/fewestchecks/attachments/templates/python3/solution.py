from typing import List


def fewest_checks(opens: List[int], closes: List[int]) -> int:
    """
    Returns the least number of moments such that each window has one of them in it. Window i is open
    from opens[i] to closes[i], both included.

    Example:
        fewest_checks(opens = [1, 2, 7, 6], closes = [5, 3, 9, 12])
        returns 2
    """
    # Your code.
    return 0
