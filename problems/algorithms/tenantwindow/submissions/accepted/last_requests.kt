// O(n): tenants in the order of their last request (a LinkedHashMap by access); the oldest one leaves.
fun findStretch(tenants: Array<String>, limit: Int): IntArray {
    val last = LinkedHashMap<String, Int>(16, 0.75f, true)
    var start = 0
    var best = intArrayOf(0, 0)
    for ((position, tenant) in tenants.withIndex()) {
        if (tenant.isNotEmpty()) {
            last[tenant] = position
            if (last.size > limit) {
                val oldest = last.entries.iterator()
                start = oldest.next().value + 1
                oldest.remove()
            }
        }
        val length = position + 1 - start
        if (length > best[1]) {
            best = intArrayOf(start, length)
        }
    }
    return best
}
