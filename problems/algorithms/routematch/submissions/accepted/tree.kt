// O(n): a tree of segments; the last route on the way down counts.
class Node {
    val children = HashMap<String, Node>()
    var route = -1
}

fun segments(path: String): List<String> = path.split("/").filter { it.isNotEmpty() }

fun lastRoute(root: Node, path: String): Int {
    var node = root
    var last = root.route
    for (segment in segments(path)) {
        node = node.children[segment] ?: break
        if (node.route >= 0) {
            last = node.route
        }
    }
    return last
}

fun matchRoutes(routes: Array<String>, paths: Array<String>): IntArray {
    val root = Node()
    for ((position, route) in routes.withIndex()) {
        var node = root
        for (segment in segments(route)) {
            node = node.children.getOrPut(segment) { Node() }
        }
        if (node.route < 0) {
            node.route = position
        }
    }
    return paths.map { lastRoute(root, it) }.toIntArray()
}
