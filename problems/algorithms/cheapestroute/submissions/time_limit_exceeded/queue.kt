// Slow: O(s n), a queue of the sites that have become cheaper.
import java.util.ArrayDeque

fun cheapestRoute(sites: Int, links: Array<IntArray>, source: Int, target: Int): Long {
    val from = Array(sites) { ArrayList<IntArray>() }
    for (link in links) {
        from[link[0]].add(link)
    }
    val best = LongArray(sites) { Long.MAX_VALUE }
    val queue = ArrayDeque<Int>()
    val queued = BooleanArray(sites)
    best[source] = 0
    queue.add(source)
    while (queue.isNotEmpty()) {
        val site = queue.remove()
        queued[site] = false
        for ((_, end, price) in from[site]) {
            if (best[site] + price < best[end]) {
                best[end] = best[site] + price
                if (!queued[end]) {
                    queued[end] = true
                    queue.add(end)
                }
            }
        }
    }
    return if (best[target] == Long.MAX_VALUE) -1 else best[target]
}
