from typing import List


def weigh(numbers: List[int]) -> int:
    """
    Weighs numbers.

    Example:
        weigh(numbers = [1, 2])
        returns 0
    """
    # Your code.
    return 0
