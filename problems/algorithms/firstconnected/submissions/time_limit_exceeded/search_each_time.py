# Slow: O(m (n + m)), searches through the graph after each link, as soon as there are enough of them.
def first_connected(nodes, links):
    if nodes == 1:
        return 0
    neighbours = [[] for _ in range(nodes)]

    def connected():
        seen = [False] * nodes
        seen[0] = True
        reached = [0]
        for node in reached:
            for other in neighbours[node]:
                if not seen[other]:
                    seen[other] = True
                    reached.append(other)
        return len(reached) == nodes

    for count, (time, a, b) in enumerate(sorted(links), 1):
        neighbours[a].append(b)
        neighbours[b].append(a)
        if count >= nodes - 1 and connected():
            return time
    return -1
