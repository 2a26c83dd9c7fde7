# O(n): a dictionary with what is left of each quota.
from typing import Dict, List


def refused_requests(quotas: Dict[str, int], requests: List[str]) -> Dict[str, int]:
    left = dict(quotas)
    refused = {}
    for team in requests:
        quota = team if team in left else "*"
        if quota not in left:
            continue
        if left[quota] > 0:
            left[quota] -= 1
        else:
            refused[team] = refused.get(team, 0) + 1
    return refused
