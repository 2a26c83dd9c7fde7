# Mistake: takes the largest size as often as it fits; 07-greedy-40.
def fewest_packets(sizes, total):
    packets = 0
    for size in sorted(sizes, reverse=True):
        packets += total // size
        total %= size
    return packets if total == 0 else -1
