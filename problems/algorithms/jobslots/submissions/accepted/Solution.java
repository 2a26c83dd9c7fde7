// O(n log w): a heap of free workers by number, a heap of busy ones by the time at which they are done.
import java.util.Comparator;
import java.util.PriorityQueue;

class Solution {
    private record Busy(long end, int worker) {
    }

    public int[] assignJobs(int[] arrivals, int[] durations, int workers) {
        PriorityQueue<Integer> free = new PriorityQueue<>();
        PriorityQueue<Busy> busy = new PriorityQueue<>(
                Comparator.comparingLong(Busy::end).thenComparingInt(Busy::worker));
        int unused = 0; // workers from this one on have never had a job
        int[] takers = new int[arrivals.length];
        for (int job = 0; job < arrivals.length; job++) {
            long start = arrivals[job];
            while (!busy.isEmpty() && busy.peek().end() <= start) {
                free.add(busy.remove().worker());
            }
            if (!free.isEmpty()) {
                takers[job] = free.remove();
            } else if (unused < workers) {
                takers[job] = unused++;
            } else {
                start = busy.peek().end();
                takers[job] = busy.remove().worker();
            }
            busy.add(new Busy(start + durations[job], takers[job]));
        }
        return takers;
    }
}
