from typing import List


def largest_block(capacity: List[int]) -> int:
    """
    Finds the most capacity that one job can reserve on hosts that stand next to each other,
    taking the same amount on each of them.

    Example:
        largest_block(capacity = [3, 7, 5, 6, 2, 4])
        returns 15
    """
    # Your code.
    return 0
