// Mistake: rounds up what an integer division has rounded down already; 03-random-5.
import kotlin.math.ceil

fun drainRate(queues: IntArray, hours: Long): Int {
    if (queues.size > hours) {
        return -1
    }
    var low = 1
    var high = queues.fold(1) { largest, messages -> maxOf(largest, messages) }
    while (low < high) {
        val rate = (low + high) / 2
        var needed = 0L
        for (messages in queues) {
            needed += ceil((messages / rate).toDouble()).toLong()
        }
        if (needed <= hours) high = rate else low = rate + 1
    }
    return low
}
