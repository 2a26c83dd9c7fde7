class Solution {
    /**
     * Counts the groups of three different containers that take at most quota together.
     *
     * Example:
     *     countTriples(memory = [4, 1, 3, 2, 6], quota = 9)
     *     returns 5
     */
    public long countTriples(int[] memory, int quota) {
        // Your code.
        return 0;
    }
}
