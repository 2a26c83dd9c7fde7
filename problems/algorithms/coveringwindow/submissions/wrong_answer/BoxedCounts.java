// Mistake: compares boxed counts with ==, which are other objects above 127; 18-often-5000.
// No small input shows it, only large inputs show it: a service must be required 128 times.
import java.util.HashMap;
import java.util.Map;

class Solution {
    public int[] findWindow(int[] lines, int[] required) {
        Map<Integer, Integer> needed = new HashMap<>();
        for (int service : required) {
            needed.merge(service, 1, Integer::sum);
        }
        Map<Integer, Integer> have = new HashMap<>();
        int covered = 0;
        int start = 0;
        int[] best = {};
        for (int end = 1; end <= lines.length; end++) {
            int entered = lines[end - 1];
            have.merge(entered, 1, Integer::sum);
            if (needed.containsKey(entered) && have.get(entered) == needed.get(entered)) {
                covered++;
            }
            while (covered == needed.size()) {
                if (best.length == 0 || end - start < best[1] - best[0]) {
                    best = new int[] {start, end};
                }
                int leaving = lines[start++];
                if (needed.containsKey(leaving) && have.get(leaving) == needed.get(leaving)) {
                    covered--;
                }
                have.merge(leaving, -1, Integer::sum);
            }
        }
        return best;
    }
}
