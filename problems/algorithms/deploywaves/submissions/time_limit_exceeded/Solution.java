// Slow: O(n m), raises waves until none changes any more; more than n rounds mean a circle.
import java.util.Arrays;

class Solution {
    public int[] deployWaves(int[][] dependencies) {
        int[] waves = new int[dependencies.length];
        Arrays.fill(waves, 1);
        for (int round = 0; round <= waves.length; round++) {
            boolean changed = false;
            for (int service = 0; service < waves.length; service++) {
                for (int other : dependencies[service]) {
                    if (waves[service] <= waves[other]) {
                        waves[service] = waves[other] + 1;
                        changed = true;
                    }
                }
            }
            if (!changed) {
                return waves;
            }
        }
        return new int[0];
    }
}
