// Slow: O(n m) if samples are equal: bisection, and then a walk back to the first of them.
fun nearestSamples(events: IntArray, samples: IntArray): IntArray {
    return IntArray(events.size) { i ->
        val event = events[i].toLong()
        var low = 0
        var high = samples.size
        while (low < high) {
            val middle = (low + high) / 2
            if (samples[middle] < event) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var best = low
        if (low == samples.size || (low > 0 && event - samples[low - 1] <= samples[low] - event)) {
            best = low - 1
        }
        while (best > 0 && samples[best - 1] == samples[best]) {
            best--
        }
        best
    }
}
