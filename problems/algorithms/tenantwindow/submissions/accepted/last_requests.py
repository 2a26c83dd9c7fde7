# O(n): tenants in the order of their last request; with one too many, the first of them leaves.
from collections import OrderedDict
from typing import List


def find_stretch(tenants: List[str], limit: int) -> List[int]:
    last = OrderedDict()  # the tenants of the window, and the position of the last request of each
    start = 0
    best = [0, 0]
    for position, tenant in enumerate(tenants):
        if tenant != "":
            last[tenant] = position
            last.move_to_end(tenant)
            if len(last) > limit:
                start = last.popitem(last=False)[1] + 1
        if position + 1 - start > best[1]:
            best = [start, position + 1 - start]
    return best
