/**
 * Merges sorted streams of events into one order of delivery.
 * Returns the number of the stream that each delivered event comes from, counted from 0.
 *
 * Example:
 *     mergeStreams(streams = [[3, 8, 8], [], [1, 8, 9]])
 *     returns [2, 0, 0, 0, 2, 2]
 */
fun mergeStreams(streams: Array<IntArray>): IntArray {
    // Your code.
    return intArrayOf()
}
