/**
 * Finds for each host of a ring how many places ahead the nearest host with a larger version is,
 * or 0 if no host has a larger one.
 *
 * Example:
 *     nextUpgrade(versions = [3, 1, 2, 5, 2])
 *     returns [3, 1, 1, 0, 1]
 */
fun nextUpgrade(versions: IntArray): IntArray {
    // Your code.
    return intArrayOf()
}
