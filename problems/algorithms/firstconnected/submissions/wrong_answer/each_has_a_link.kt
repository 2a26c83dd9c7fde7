// Mistake: waits until each node has a link, but they may be in several parts; 10-split-9.
fun firstConnected(nodes: Int, links: Array<IntArray>): Int {
    val linked = HashSet<Int>()
    if (nodes == 1) {
        return 0
    }
    for ((time, a, b) in links.sortedBy { it[0] }) {
        linked.add(a)
        linked.add(b)
        if (linked.size == nodes) {
            return time
        }
    }
    return -1
}
