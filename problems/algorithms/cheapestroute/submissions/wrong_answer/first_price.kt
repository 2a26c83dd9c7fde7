// Mistake: stops as soon as the target gets a price; 07-early-7.
import java.util.PriorityQueue

private class Offer(val price: Long, val site: Int)

fun cheapestRoute(sites: Int, links: Array<IntArray>, source: Int, target: Int): Long {
    if (source == target) {
        return 0
    }
    val from = Array(sites) { ArrayList<IntArray>() }
    for (link in links) {
        from[link[0]].add(link)
    }
    val visited = BooleanArray(sites)
    val offers = PriorityQueue<Offer>(compareBy<Offer> { it.price })
    offers.add(Offer(0, source))
    while (offers.isNotEmpty()) {
        val offer = offers.remove()
        if (visited[offer.site]) {
            continue
        }
        visited[offer.site] = true
        for ((_, end, price) in from[offer.site]) {
            if (end == target) {
                return offer.price + price
            }
            offers.add(Offer(offer.price + price, end))
        }
    }
    return -1
}
