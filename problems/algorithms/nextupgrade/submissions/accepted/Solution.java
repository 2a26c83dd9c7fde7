// O(n): a stack of those ahead, from the end of two rounds to the start.
import java.util.ArrayDeque;
import java.util.Deque;

class Solution {
    public int[] nextUpgrade(int[] versions) {
        int n = versions.length;
        int[] distance = new int[n];
        Deque<Integer> ahead = new ArrayDeque<>(); // positions, the nearest on top, with larger and larger versions
        for (int i = 2 * n - 1; i >= 0; i--) {
            while (!ahead.isEmpty() && versions[ahead.peek() % n] <= versions[i % n]) {
                ahead.pop();
            }
            if (i < n && !ahead.isEmpty()) {
                distance[i] = ahead.peek() - i;
            }
            ahead.push(i);
        }
        return distance;
    }
}
