from typing import List


def noisiest(requests: List[str], k: int) -> List[str]:
    """
    Finds the k clients with the most requests, or all if there are fewer.
    The one with the most comes first; of those with equally many, the one whose name comes first.

    Example:
        noisiest(requests = ["web", "cron", "web", "app", "cron", "web", "batch"], k = 3)
        returns ["web", "cron", "app"]
    """
    # Your code.
    return []
