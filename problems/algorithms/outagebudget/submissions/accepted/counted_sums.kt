// O(n): a HashMap from each prefix sum to how often it occurred.
fun countStretches(deltas: IntArray, budget: Int): Long {
    val seen = HashMap<Long, Int>()
    seen[0L] = 1
    var sum = 0L
    var count = 0L
    for (delta in deltas) {
        sum += delta
        count += seen[sum - budget] ?: 0
        seen[sum] = (seen[sum] ?: 0) + 1
    }
    return count
}
