from typing import List


def fewest_edits(current: List[str], wanted: List[str]) -> int:
    """
    Counts the edits that turn one configuration into another.
    An edit inserts a line, deletes a line, or replaces a line; returns the fewest that are needed.

    Example:
        fewest_edits(current = ["listen 80", "root /srv", "gzip on"], wanted = ["user www", "listen 80", "gzip off"])
        returns 3
    """
    # Your code.
    return 0
