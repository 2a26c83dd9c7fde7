// O(1) amortised a call: a LinkedHashMap from id to time keeps the order of acceptance.
class ReplayGuard(private val window: Int) {
    private val times = LinkedHashMap<Int, Int>()

    fun accept(id: Int, time: Int): Boolean {
        forget(time)
        return times.putIfAbsent(id, time) == null
    }

    fun remembered(time: Int): Int {
        forget(time)
        return times.size
    }

    private fun forget(time: Int) {
        val oldest = times.values.iterator()
        while (oldest.hasNext() && time - oldest.next() >= window) {
            oldest.remove()
        }
    }
}
