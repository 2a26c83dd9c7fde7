// Mistake: counts a prefix sum before the look-up: with budget 0, empty stretches count; 04-zerobudget-5.
fun countStretches(deltas: IntArray, budget: Int): Long {
    val seen = HashMap<Long, Int>()
    seen[0L] = 1
    var sum = 0L
    var count = 0L
    for (delta in deltas) {
        sum += delta
        seen[sum] = (seen[sum] ?: 0) + 1
        count += seen[sum - budget] ?: 0
    }
    return count
}
