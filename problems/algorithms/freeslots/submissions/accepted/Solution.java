// O(n log n): in the order of starts, with the latest end so far.
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

class Solution {
    public int[][] freeSlots(int[][] bookings, int horizon, int length) {
        int[][] order = bookings.clone();
        Arrays.sort(order, Comparator.comparingInt(booking -> booking[0]));
        List<int[]> slots = new ArrayList<>();
        int freeFrom = 0;
        for (int[] booking : order) {
            int start = Math.min(booking[0], horizon);
            if (start - freeFrom >= length) {
                slots.add(new int[] {freeFrom, start});
            }
            freeFrom = Math.max(freeFrom, booking[1]);
        }
        if (horizon - freeFrom >= length) {
            slots.add(new int[] {freeFrom, horizon});
        }
        return slots.toArray(new int[0][]);
    }
}
