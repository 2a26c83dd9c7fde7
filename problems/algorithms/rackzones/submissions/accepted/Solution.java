// O(n + z log z): floods each zone with an ArrayDeque as a stack.
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

class Solution {
    private static final int[][] STEPS = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};

    public int[] zoneSizes(int[][] feeds) {
        boolean[][] seen = new boolean[feeds.length][feeds[0].length];
        List<Integer> sizes = new ArrayList<>();
        for (int row = 0; row < feeds.length; row++) {
            for (int column = 0; column < feeds[0].length; column++) {
                if (feeds[row][column] != 0 && !seen[row][column]) {
                    sizes.add(flood(feeds, seen, row, column));
                }
            }
        }
        sizes.sort(Comparator.reverseOrder());
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    private int flood(int[][] feeds, boolean[][] seen, int row, int column) {
        Deque<int[]> stack = new ArrayDeque<>();
        stack.push(new int[] {row, column});
        seen[row][column] = true;
        int size = 0;
        while (!stack.isEmpty()) {
            int[] place = stack.pop();
            size++;
            for (int[] step : STEPS) {
                int r = place[0] + step[0];
                int c = place[1] + step[1];
                if (r >= 0 && r < feeds.length && c >= 0 && c < feeds[0].length
                        && feeds[r][c] == feeds[row][column] && !seen[r][c]) {
                    seen[r][c] = true;
                    stack.push(new int[] {r, c});
                }
            }
        }
        return size;
    }
}
