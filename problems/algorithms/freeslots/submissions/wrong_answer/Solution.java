// Mistake: a booking behind the planned time borders the last slot, which reaches out of it; 12-outside-5.
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

class Solution {
    public int[][] freeSlots(int[][] bookings, int horizon, int length) {
        Arrays.sort(bookings, Comparator.comparingInt(booking -> booking[0]));
        List<int[]> slots = new ArrayList<>();
        int freeFrom = 0;
        for (int[] booking : bookings) {
            if (booking[0] - freeFrom >= length && freeFrom < horizon) {
                slots.add(new int[] {freeFrom, booking[0]});
            }
            freeFrom = Math.max(freeFrom, booking[1]);
        }
        if (horizon - freeFrom >= length) {
            slots.add(new int[] {freeFrom, horizon});
        }
        return slots.toArray(new int[0][]);
    }
}
