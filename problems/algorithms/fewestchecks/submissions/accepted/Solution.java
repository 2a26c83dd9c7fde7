// O(n log n): by closing moment, with the moment of the last check.
import java.util.Arrays;
import java.util.Comparator;

class Solution {
    public int fewestChecks(int[] opens, int[] closes) {
        int[][] windows = new int[opens.length][];
        for (int i = 0; i < opens.length; i++) {
            windows[i] = new int[] {opens[i], closes[i]};
        }
        Arrays.sort(windows, Comparator.comparingInt(window -> window[1]));
        int checks = 0;
        long last = Long.MIN_VALUE;
        for (int[] window : windows) {
            if (window[0] > last) {
                last = window[1];
                checks++;
            }
        }
        return checks;
    }
}
