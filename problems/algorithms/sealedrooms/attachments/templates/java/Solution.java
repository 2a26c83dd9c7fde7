class Solution {
    /**
     * Marks the free cells of all sealed rooms with 2, in place.
     * Returns the number of sealed rooms.
     *
     * Example:
     *     sealRooms(plan = [[1, 1, 1, 1, 1], [1, 0, 1, 0, 0], [1, 0, 1, 1, 1], [1, 1, 0, 1, 0]])
     *     returns 1, plan = [[1, 1, 1, 1, 1], [1, 2, 1, 0, 0], [1, 2, 1, 1, 1], [1, 1, 0, 1, 0]]
     */
    public int sealRooms(int[][] plan) {
        // Your code.
        return 0;
    }
}
