from typing import List


def peak_leases(leases: List[List[int]]) -> List[int]:
    """
    Finds the largest number of leases that are held at the same time. A lease is held from its start
    up to, but not including, its end.
    Returns the earliest moment at which that many are held, and the number: [moment, count].

    Example:
        peak_leases(leases = [[4, 9], [1, 5], [8, 12], [3, 7]])
        returns [4, 3]
    """
    # Your code.
    return []
