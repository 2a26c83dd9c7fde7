// Mistake: the mean of the two in the middle; 02-random-2.
import java.util.Collections
import java.util.PriorityQueue

fun runningMedians(latencies: IntArray): IntArray {
    val lower = PriorityQueue<Int>(Collections.reverseOrder<Int>())
    val upper = PriorityQueue<Int>()
    return IntArray(latencies.size) { i ->
        lower.add(latencies[i])
        upper.add(lower.remove())
        if (upper.size > lower.size) {
            lower.add(upper.remove())
        }
        if (lower.size > upper.size) lower.peek() else ((lower.peek().toLong() + upper.peek()) / 2).toInt()
    }
}
