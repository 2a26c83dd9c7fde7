// O((n + m) log m): a TreeMap from time to first position gives the neighbours of an event.
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
            after.key.toLong() - event < event.toLong() - before.key -> after.value
            else -> before.value
        }
    }
}
