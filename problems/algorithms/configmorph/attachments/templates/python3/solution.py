from typing import List


def fewest_changes(current: str, wanted: str, valid: List[str]) -> int:
    """
    Finds the fewest single changes that lead from one configuration to another through valid ones.
    Returns their number, or -1 if there is no way.

    Example:
        fewest_changes(current = "aac", wanted = "bbc", valid = ["acc", "bcc", "bbc", "aad", "bbd"])
        returns 3
    """
    # Your code.
    return 0
