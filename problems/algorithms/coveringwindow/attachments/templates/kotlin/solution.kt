/**
 * Finds the shortest stretch of the log that has every required service as often as it is required.
 * Returns the position of its first line and the position behind its last line, counted from 0; the
 * first of the shortest stretches; an empty list if there is none.
 *
 * Example:
 *     findWindow(lines = [7, 3, 5, 3, 7, 3, 9, 5], required = [3, 7, 3])
 *     returns [3, 6]
 */
fun findWindow(lines: IntArray, required: IntArray): IntArray {
    // Your code.
    return intArrayOf()
}
