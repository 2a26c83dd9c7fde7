// O(n): a stack of positions with rising capacities.
import java.util.ArrayDeque;
import java.util.Deque;

class Solution {
    public long largestBlock(int[] capacity) {
        long best = 0;
        Deque<Integer> stack = new ArrayDeque<>();
        for (int i = 0; i <= capacity.length; i++) {
            int amount = i < capacity.length ? capacity[i] : 0;
            while (!stack.isEmpty() && capacity[stack.peek()] >= amount) {
                long least = capacity[stack.pop()];
                int before = stack.isEmpty() ? -1 : stack.peek();
                best = Math.max(best, least * (i - before - 1));
            }
            stack.push(i);
        }
        return best;
    }
}
