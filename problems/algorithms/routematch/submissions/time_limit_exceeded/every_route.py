# Slow: O(n m), compares each path with each route.
def match_routes(routes, paths):
    result = []
    for path in paths:
        best, length = -1, 0
        for position, route in enumerate(routes):
            if len(route) > length and (route == "/" or path == route or path.startswith(route + "/")):
                best, length = position, len(route)
        result.append(best)
    return result
