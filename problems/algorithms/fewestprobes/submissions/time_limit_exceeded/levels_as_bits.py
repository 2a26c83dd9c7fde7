# Slow: O(n^2 k), the sums of one packet, of two, and so on as the bits of long numbers; only new ones are shifted.
def fewest_packets(sizes, total):
    sizes = [size for size in sizes if size <= total]
    mask = (1 << total + 1) - 1
    seen = new = 1
    packets = 0
    while new:
        packets += 1
        sums = 0
        for size in sizes:
            sums |= new << size
        new = sums & mask & ~seen
        seen |= new
        if new >> total:
            return packets
    return -1
