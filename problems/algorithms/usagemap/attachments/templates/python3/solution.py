from typing import Dict
from typing import List


def refused_requests(quotas: Dict[str, int], requests: List[str]) -> Dict[str, int]:
    """
    Serves requests in their order, as far as the quotas of the teams allow.
    Returns how many requests of each team were refused; only teams with a refused request are in it.

    Example:
        refused_requests(quotas = {"*": 2, "api": 1, "web": 0}, requests = ["api", "ml", "web", "api", "qa", "ml", "api"])
        returns {"api": 2, "ml": 1, "web": 1}
    """
    # Your code.
    return {}
