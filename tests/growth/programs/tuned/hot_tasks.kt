// numbers; time O(n log n); space O(n); families: sorted, random; kind: PriorityQueue
import java.util.PriorityQueue

fun main() {
    val n = readLine()!!.trim().toInt()
    val kept = PriorityQueue<Int>()
    for (word in readLine()!!.split(" ")) {
        kept.add(word.toInt())
        if (kept.size > n / 2 + 1) kept.poll()
    }
    var checksum = 0
    while (kept.isNotEmpty()) checksum = checksum * 31 + kept.poll()
    println(checksum)
}
