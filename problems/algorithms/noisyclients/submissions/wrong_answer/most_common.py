# Mistake: most_common leaves ties in the order of the log; 03-ties-6.
from collections import Counter


def noisiest(requests, k):
    return [name for name, _ in Counter(requests).most_common(k)]
