// numbers; time O(n sqrt n); space O(n); kind: a walk in steps of the root
import kotlin.math.sqrt

fun main() {
    val n = readLine()!!.trim().toInt()
    val a = readLine()!!.split(" ").map { it.toInt() }.toIntArray()
    val step = sqrt(n.toDouble()).toInt() + 1
    var total = 0L
    for (start in 0 until n) {
        var position = start
        var seen = 0
        while (seen < step) {
            position = if (position + step < n) position + step else position + step - n
            if (position >= n) position = 0
            total += a[position] and 255
            seen++
        }
    }
    println(total)
}
