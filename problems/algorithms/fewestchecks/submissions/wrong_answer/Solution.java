// Mistake: begins with a last check at -1, as if all times were positive; 05-zero-1.
import java.util.Arrays;
import java.util.Comparator;

class Solution {
    public int fewestChecks(int[] opens, int[] closes) {
        Integer[] order = new Integer[opens.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> closes[i]));
        int checks = 0;
        int last = -1;
        for (int i : order) {
            if (opens[i] > last) {
                last = closes[i];
                checks++;
            }
        }
        return checks;
    }
}
