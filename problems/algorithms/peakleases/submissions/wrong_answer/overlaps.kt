// Mistake: counts how many leases each one overlaps, also when they are not held at the same time; 12-long-8.
import java.util.Arrays

fun countBelow(sorted: IntArray, limit: Int): Int {
    var low = 0
    var high = sorted.size
    while (low < high) {
        val middle = (low + high) / 2
        if (sorted[middle] < limit) low = middle + 1 else high = middle
    }
    return low
}

fun peakLeases(leases: Array<IntArray>): IntArray {
    val starts = IntArray(leases.size) { leases[it][0] }
    val ends = IntArray(leases.size) { leases[it][1] }
    Arrays.sort(starts)
    Arrays.sort(ends)
    var best = 0
    var bestMoment = 0
    for ((start, end) in leases) {
        val overlapping = countBelow(starts, end) - countBelow(ends, start + 1)
        if (overlapping > best || overlapping == best && start < bestMoment) {
            best = overlapping
            bestMoment = start
        }
    }
    return intArrayOf(bestMoment, best)
}
