// O(n log k): a PriorityQueue with the first undelivered event of each stream.
import java.util.Comparator;
import java.util.PriorityQueue;

class Solution {
    private record Head(int time, int stream, int position) {
    }

    public int[] mergeStreams(int[][] streams) {
        PriorityQueue<Head> heads = new PriorityQueue<>(
                Comparator.comparingInt(Head::time).thenComparingInt(Head::stream));
        int events = 0;
        for (int i = 0; i < streams.length; i++) {
            events += streams[i].length;
            if (streams[i].length > 0) {
                heads.add(new Head(streams[i][0], i, 0));
            }
        }
        int[] sources = new int[events];
        for (int at = 0; at < events; at++) {
            Head head = heads.remove();
            int position = head.position() + 1;
            sources[at] = head.stream();
            if (position < streams[head.stream()].length) {
                heads.add(new Head(streams[head.stream()][position], head.stream(), position));
            }
        }
        return sources;
    }
}
