# O(n + z log z): the places that are left stand in a set, from which each flood takes its own.
def zone_sizes(feeds):
    left = {(r, c) for r, row in enumerate(feeds) for c, feed in enumerate(row) if feed}
    sizes = []
    while left:
        start = left.pop()
        feed = feeds[start[0]][start[1]]
        stack, size = [start], 0
        while stack:
            r, c = stack.pop()
            size += 1
            for place in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                if place in left and feeds[place[0]][place[1]] == feed:
                    left.remove(place)
                    stack.append(place)
        sizes.append(size)
    sizes.sort(reverse=True)
    return sizes
