// Mistake: the time at which a worker is done does not fit into an int; 18-overflow-1000.
import java.util.Comparator;
import java.util.PriorityQueue;

class Solution {
    public int[] assignJobs(int[] arrivals, int[] durations, int workers) {
        PriorityQueue<Integer> free = new PriorityQueue<>();
        PriorityQueue<int[]> busy = new PriorityQueue<>(
                Comparator.<int[]>comparingInt(b -> b[0]).thenComparingInt(b -> b[1]));
        for (int worker = 0; worker < workers; worker++) {
            free.add(worker);
        }
        int[] takers = new int[arrivals.length];
        for (int job = 0; job < arrivals.length; job++) {
            int start = arrivals[job];
            if (free.isEmpty()) {
                start = Math.max(start, busy.peek()[0]);
            }
            while (!busy.isEmpty() && busy.peek()[0] <= start) {
                free.add(busy.remove()[1]);
            }
            takers[job] = free.remove();
            busy.add(new int[] {start + durations[job], takers[job]});
        }
        return takers;
    }
}
