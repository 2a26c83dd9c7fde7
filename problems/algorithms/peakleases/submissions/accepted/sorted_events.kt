// O(n log n): events packed into longs, which sort by moment, and ends before starts.
fun peakLeases(leases: Array<IntArray>): IntArray {
    val events = LongArray(2 * leases.size)
    for ((i, lease) in leases.withIndex()) {
        events[2 * i] = lease[0] * 2L + 1
        events[2 * i + 1] = lease[1] * 2L
    }
    events.sort()
    var held = 0
    var best = 0
    var bestMoment = 0
    for (event in events) {
        if (event % 2 == 0L) {
            held--
            continue
        }
        held++
        if (held > best) {
            best = held
            bestMoment = (event / 2).toInt()
        }
    }
    return intArrayOf(bestMoment, best)
}
