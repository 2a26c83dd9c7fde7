from typing import List


def count_stretches(deltas: List[int], budget: int) -> int:
    """
    Counts the stretches of days whose changes add up to exactly the budget.

    Example:
        count_stretches(deltas = [30, 20, -10, 40, -40], budget = 40)
        returns 3
    """
    # Your code.
    return 0
