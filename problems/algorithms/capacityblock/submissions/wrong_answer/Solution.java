// Mistake: multiplies in 32 bits; 14-largest-9.
class Solution {
    public long largestBlock(int[] capacity) {
        int n = capacity.length;
        int[] stack = new int[n];
        int size = 0;
        long best = 0;
        for (int i = 0; i <= n; i++) {
            int amount = i < n ? capacity[i] : 0;
            while (size > 0 && capacity[stack[size - 1]] >= amount) {
                int least = capacity[stack[--size]];
                int before = size > 0 ? stack[size - 1] : -1;
                best = Math.max(best, least * (i - before - 1));
            }
            if (i < n) {
                stack[size++] = i;
            }
        }
        return best;
    }
}
