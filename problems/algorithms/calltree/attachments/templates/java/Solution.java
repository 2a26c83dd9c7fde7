class Solution {
    /**
     * Finds the largest total of times along a path in a tree of calls.
     * A path connects any two calls, and may be a single one.
     *
     * Example:
     *     costliestPath(root = [-4, 6, 5, 3, -2, null, 7])
     *     returns 17
     */
    public long costliestPath(TreeNode root) {
        // Your code.
        return 0;
    }
}
