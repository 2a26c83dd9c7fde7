// O(n log n): a max-heap with the lower half, a min-heap with the upper half.
import java.util.Collections
import java.util.PriorityQueue

fun runningMedians(latencies: IntArray): IntArray {
    val lower = PriorityQueue<Int>(Collections.reverseOrder<Int>())
    val upper = PriorityQueue<Int>()
    return IntArray(latencies.size) { i ->
        if (lower.isEmpty() || latencies[i] <= lower.peek()) {
            lower.add(latencies[i])
        } else {
            upper.add(latencies[i])
        }
        if (lower.size > upper.size + 1) {
            upper.add(lower.remove())
        } else if (lower.size < upper.size) {
            lower.add(upper.remove())
        }
        lower.peek()
    }
}
