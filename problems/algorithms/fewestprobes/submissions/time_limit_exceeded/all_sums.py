# Slow: O(n^2 k), the set of all sums of so many packets, also of those that fewer packets have.
def fewest_packets(sizes, total):
    sums = {0}
    packets = 0
    while sums:
        packets += 1
        sums = {carried + size for carried in sums for size in sizes if carried + size <= total}
        if total in sums:
            return packets
    return -1
