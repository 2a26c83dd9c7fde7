// Mistake: computes the distance in 32 bits, where it overflows; 14-extremes-50.
// Small times do not overflow: only large inputs show it.
import java.util.TreeMap

fun nearestSamples(events: IntArray, samples: IntArray): IntArray {
    val first = TreeMap<Int, Int>()
    for ((position, time) in samples.withIndex()) {
        first.putIfAbsent(time, position)
    }
    return IntArray(events.size) { i ->
        val event = events[i]
        val before = first.floorEntry(event)
        val after = first.ceilingEntry(event)
        when {
            before == null -> after.value
            after == null -> before.value
            after.key - event < event - before.key -> after.value
            else -> before.value
        }
    }
}
