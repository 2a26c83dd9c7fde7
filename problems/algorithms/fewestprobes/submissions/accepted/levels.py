# O(n k): breadth-first search, the sums of one packet, of two packets, and so on.
def fewest_packets(sizes, total):
    seen = [False] * (total + 1)
    level = [0]
    packets = 0
    while level:
        packets += 1
        following = []
        for carried in level:
            for size in sizes:
                reached = carried + size
                if reached == total:
                    return packets
                if reached < total and not seen[reached]:
                    seen[reached] = True
                    following.append(reached)
        level = following
    return -1
