class Solution {
    /**
     * Weighs numbers.
     *
     * Example:
     *     weigh(numbers = [1, 2])
     *     returns 0
     */
    public int weigh(int[] numbers) {
        // Your code.
        return 0;
    }
}
