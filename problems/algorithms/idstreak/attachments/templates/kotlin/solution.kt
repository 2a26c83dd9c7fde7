/**
 * Finds the longest streak of consecutive ids, whatever their order.
 * Returns its first id and its length; of several streaks, the one with the smallest first id.
 *
 * Example:
 *     longestStreak(ids = [104, 7, 101, 103, 6, 102, 101])
 *     returns [101, 4]
 */
fun longestStreak(ids: IntArray): IntArray {
    // Your code.
    return intArrayOf()
}
