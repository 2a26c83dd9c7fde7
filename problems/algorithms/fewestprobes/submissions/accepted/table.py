# O(n k): a table of the fewest packets for each number of bytes.
from typing import List


def fewest_packets(sizes: List[int], total: int) -> int:
    impossible = total + 1
    fewest = [0] + [impossible] * total
    for size in sizes:
        for carried in range(size, total + 1):
            packets = fewest[carried - size] + 1
            if packets < fewest[carried]:
                fewest[carried] = packets
    return fewest[total] if fewest[total] <= total else -1
