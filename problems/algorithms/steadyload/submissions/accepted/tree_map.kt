// O(n log n): a TreeMap with the loads of the window and how many there are of each.
import java.util.TreeMap

fun steadyStretch(loads: IntArray, spread: Int): IntArray {
    val window = TreeMap<Int, Int>()
    var start = 0
    var best = intArrayOf(0, 0)
    for ((position, load) in loads.withIndex()) {
        window.merge(load, 1, Int::plus)
        while (window.lastKey() - window.firstKey() > spread) {
            val leaving = loads[start++]
            val left = window.getValue(leaving) - 1
            if (left > 0) {
                window[leaving] = left
            } else {
                window.remove(leaving)
            }
        }
        val length = position + 1 - start
        if (length > best[1]) {
            best = intArrayOf(start, length)
        }
    }
    return best
}
