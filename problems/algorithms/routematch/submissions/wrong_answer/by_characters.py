# Mistake: looks up every prefix by characters, so that /api covers /apis; 10-boundary-10.
def match_routes(routes, paths):
    first = {}
    for position, route in enumerate(routes):
        first.setdefault(route, position)
    return [next((first[path[:end]] for end in range(len(path), 0, -1) if path[:end] in first), -1)
            for path in paths]
