// O(n k): a table of the fewest packets for each number of bytes.
import java.util.Arrays;

class Solution {
    public int fewestPackets(int[] sizes, int total) {
        int impossible = Integer.MAX_VALUE;
        int[] fewest = new int[total + 1];
        Arrays.fill(fewest, impossible);
        fewest[0] = 0;
        for (int bytes = 1; bytes <= total; bytes++) {
            for (int size : sizes) {
                if (size <= bytes && fewest[bytes - size] != impossible) {
                    fewest[bytes] = Math.min(fewest[bytes], fewest[bytes - size] + 1);
                }
            }
        }
        return fewest[total] == impossible ? -1 : fewest[total];
    }
}
