from typing import List


def cheapest_route(sites: int, links: List[List[int]], source: int, target: int) -> int:
    """
    Finds the cheapest route from one site to another over one-way links.
    Returns what it costs, or -1 if there is none.

    Example:
        cheapest_route(sites = 5, links = [[0, 1, 10], [0, 2, 3], [2, 1, 4], [1, 3, 2], [2, 3, 8], [3, 0, 1]], source = 0, target = 3)
        returns 9
    """
    # Your code.
    return 0
