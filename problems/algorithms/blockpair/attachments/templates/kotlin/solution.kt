/**
 * Finds two segments whose sizes fill a block exactly.
 * Returns their positions, counted from 0, the smaller one first; an empty list if there are none.
 *
 * Example:
 *     findPair(sizes = [5, 3, 9, 3, 11], block = 14)
 *     returns [0, 2]
 */
fun findPair(sizes: IntArray, block: Int): IntArray {
    // Your code.
    return intArrayOf()
}
