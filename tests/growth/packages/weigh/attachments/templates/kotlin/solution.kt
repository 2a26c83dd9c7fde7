/**
 * Weighs numbers.
 *
 * Example:
 *     weigh(numbers = [1, 2])
 *     returns 0
 */
fun weigh(numbers: IntArray): Int {
    // Your code.
    return 0
}
