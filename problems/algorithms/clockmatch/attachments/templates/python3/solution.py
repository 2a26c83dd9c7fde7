from typing import List


def nearest_samples(events: List[int], samples: List[int]) -> List[int]:
    """
    Finds for each event the sample that was taken nearest to it.
    Returns the positions of those samples, counted from 0, in the order of the events.

    Example:
        nearest_samples(events = [-3, 4, 5, 40], samples = [0, 5, 5, 10])
        returns [0, 1, 1, 3]
    """
    # Your code.
    return []
