from typing import List


def steady_stretch(loads: List[int], spread: int) -> List[int]:
    """
    Finds the longest stretch in which no two loads differ by more than spread.
    Returns the position of its first load, counted from 0, and its length; the first of the longest.

    Example:
        steady_stretch(loads = [5, 9, 7, 8, 6, 3, 6, 5], spread = 3)
        returns [1, 4]
    """
    # Your code.
    return []
