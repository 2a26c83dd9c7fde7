// Slow: O(n m), compares the counts of all services each time the window moves.
import java.util.HashMap;
import java.util.Map;

class Solution {
    public int[] findWindow(int[] lines, int[] required) {
        Map<Integer, Integer> needed = new HashMap<>();
        for (int service : required) {
            needed.merge(service, 1, Integer::sum);
        }
        Map<Integer, Integer> have = new HashMap<>();
        int[] best = {};
        int start = 0;
        for (int end = 1; end <= lines.length; end++) {
            have.merge(lines[end - 1], 1, Integer::sum);
            while (covers(have, needed)) {
                if (best.length == 0 || end - start < best[1] - best[0]) {
                    best = new int[] {start, end};
                }
                have.merge(lines[start++], -1, Integer::sum);
            }
        }
        return best;
    }

    private static boolean covers(Map<Integer, Integer> have, Map<Integer, Integer> needed) {
        for (Map.Entry<Integer, Integer> entry : needed.entrySet()) {
            if (have.getOrDefault(entry.getKey(), 0) < entry.getValue()) {
                return false;
            }
        }
        return true;
    }
}
