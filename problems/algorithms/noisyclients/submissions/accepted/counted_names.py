# O(n log n): a Counter, sorted by falling count and by name.
from collections import Counter
from typing import List


def noisiest(requests: List[str], k: int) -> List[str]:
    counts = Counter(requests)
    return sorted(counts, key=lambda name: (-counts[name], name))[:k]
