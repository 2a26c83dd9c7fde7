class Solution {
    /**
     * Finds how few packets carry the given number of bytes exactly.
     * Returns their number, or -1 if no packets do.
     *
     * Example:
     *     fewestPackets(sizes = [1, 6, 9], total = 12)
     *     returns 2
     */
    public int fewestPackets(int[] sizes, int total) {
        // Your code.
        return 0;
    }
}
