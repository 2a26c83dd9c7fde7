/**
 * Counts the stretches of days whose changes add up to exactly the budget.
 *
 * Example:
 *     countStretches(deltas = [30, 20, -10, 40, -40], budget = 40)
 *     returns 3
 */
fun countStretches(deltas: IntArray, budget: Int): Long {
    // Your code.
    return 0L
}
