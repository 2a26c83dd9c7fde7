// Mistake: a set of tenants; one is forgotten when any request of it leaves the window; 13-staying-30.
fun findStretch(tenants: Array<String>, limit: Int): IntArray {
    val inWindow = HashSet<String>()
    var start = 0
    var best = intArrayOf(0, 0)
    for ((position, tenant) in tenants.withIndex()) {
        if (tenant != "") {
            inWindow.add(tenant)
        }
        while (inWindow.size > limit) {
            inWindow.remove(tenants[start])
            start++
        }
        if (position + 1 - start > best[1]) {
            best = intArrayOf(start, position + 1 - start)
        }
    }
    return best
}
