// O(n log n): Dijkstra with a heap of offers; outdated ones are passed over.
import java.util.PriorityQueue

private class Offer(val price: Long, val site: Int)

fun cheapestRoute(sites: Int, links: Array<IntArray>, source: Int, target: Int): Long {
    val from = Array(sites) { ArrayList<IntArray>() }
    for (link in links) {
        from[link[0]].add(link)
    }
    val best = LongArray(sites) { Long.MAX_VALUE }
    val offers = PriorityQueue<Offer>(compareBy<Offer> { it.price })
    best[source] = 0
    offers.add(Offer(0, source))
    while (offers.isNotEmpty()) {
        val offer = offers.remove()
        if (offer.site == target) {
            return offer.price
        }
        if (offer.price > best[offer.site]) {
            continue
        }
        for ((_, end, price) in from[offer.site]) {
            if (offer.price + price < best[end]) {
                best[end] = offer.price + price
                offers.add(Offer(best[end], end))
            }
        }
    }
    return -1
}
