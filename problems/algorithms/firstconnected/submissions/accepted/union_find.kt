// O(m log m): links in order of time, a union-find by size with recursive path compression.
class Parts(var count: Int) {
    private val parent = IntArray(count) { it }
    private val size = IntArray(count) { 1 }

    private fun find(node: Int): Int {
        if (parent[node] != node) {
            parent[node] = find(parent[node])
        }
        return parent[node]
    }

    fun join(one: Int, two: Int) {
        val a = find(one)
        val b = find(two)
        if (a == b) {
            return
        }
        val (small, large) = if (size[a] < size[b]) Pair(a, b) else Pair(b, a)
        parent[small] = large
        size[large] += size[small]
        count--
    }
}

fun firstConnected(nodes: Int, links: Array<IntArray>): Int {
    val parts = Parts(nodes)
    if (parts.count == 1) {
        return 0
    }
    for ((time, a, b) in links.sortedBy { it[0] }) {
        parts.join(a, b)
        if (parts.count == 1) {
            return time
        }
    }
    return -1
}
