from typing import List


def count_triples(memory: List[int], quota: int) -> int:
    """
    Counts the groups of three different containers that take at most quota together.

    Example:
        count_triples(memory = [4, 1, 3, 2, 6], quota = 9)
        returns 5
    """
    # Your code.
    return 0
