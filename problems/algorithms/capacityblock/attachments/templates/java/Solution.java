class Solution {
    /**
     * Finds the most capacity that one job can reserve on hosts that stand next to each other,
     * taking the same amount on each of them.
     *
     * Example:
     *     largestBlock(capacity = [3, 7, 5, 6, 2, 4])
     *     returns 15
     */
    public long largestBlock(int[] capacity) {
        // Your code.
        return 0;
    }
}
