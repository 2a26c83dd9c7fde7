// Mistake: turns the edges round, wave 1 has those on which nobody depends; 04-rising-3.
import java.util.ArrayDeque;

class Solution {
    public int[] deployWaves(int[][] dependencies) {
        int n = dependencies.length;
        int[] missing = new int[n];
        int[] waves = new int[n];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int[] others : dependencies) {
            for (int other : others) {
                missing[other]++;
            }
        }
        for (int service = 0; service < n; service++) {
            if (missing[service] == 0) {
                waves[service] = 1;
                queue.add(service);
            }
        }
        int done = 0;
        while (!queue.isEmpty()) {
            int service = queue.remove();
            done++;
            for (int other : dependencies[service]) {
                if (--missing[other] == 0) {
                    waves[other] = waves[service] + 1;
                    queue.add(other);
                }
            }
        }
        return done == n ? waves : new int[0];
    }
}
