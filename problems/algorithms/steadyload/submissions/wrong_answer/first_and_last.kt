// Mistake: compares the new load with the first one of the window only; 04-random-8.
fun steadyStretch(loads: IntArray, spread: Int): IntArray {
    var start = 0
    var best = intArrayOf(0, 0)
    for (position in loads.indices) {
        while (Math.abs(loads[position] - loads[start]) > spread) {
            start++
        }
        if (position + 1 - start > best[1]) {
            best = intArrayOf(start, position + 1 - start)
        }
    }
    return best
}
