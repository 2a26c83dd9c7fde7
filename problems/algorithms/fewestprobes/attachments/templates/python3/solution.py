from typing import List


def fewest_packets(sizes: List[int], total: int) -> int:
    """
    Finds how few packets carry the given number of bytes exactly.
    Returns their number, or -1 if no packets do.

    Example:
        fewest_packets(sizes = [1, 6, 9], total = 12)
        returns 2
    """
    # Your code.
    return 0
