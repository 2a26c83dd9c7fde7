# O(n): a tree of segments; the last route on the way down counts.
from typing import List


class Node:
    __slots__ = ("children", "route")

    def __init__(self):
        self.children = {}
        self.route = -1


def segments(path):
    return path.split("/")[1:] if path != "/" else []


def match_routes(routes: List[str], paths: List[str]) -> List[int]:
    root = Node()
    for position, route in enumerate(routes):
        node = root
        for segment in segments(route):
            if segment not in node.children:
                node.children[segment] = Node()
            node = node.children[segment]
        if node.route < 0:
            node.route = position
    result = []
    for path in paths:
        node, best = root, root.route
        for segment in segments(path):
            node = node.children.get(segment)
            if node is None:
                break
            if node.route >= 0:
                best = node.route
        result.append(best)
    return result
