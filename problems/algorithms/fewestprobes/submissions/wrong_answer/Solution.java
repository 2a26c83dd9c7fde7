// Mistake: adds one to the largest integer, which becomes the smallest; 08-sparse-25.
import java.util.Arrays;

class Solution {
    public int fewestPackets(int[] sizes, int total) {
        int[] fewest = new int[total + 1];
        Arrays.fill(fewest, Integer.MAX_VALUE);
        fewest[0] = 0;
        for (int bytes = 1; bytes <= total; bytes++) {
            for (int size : sizes) {
                if (size <= bytes) {
                    fewest[bytes] = Math.min(fewest[bytes], fewest[bytes - size] + 1);
                }
            }
        }
        return fewest[total] == Integer.MAX_VALUE ? -1 : fewest[total];
    }
}
