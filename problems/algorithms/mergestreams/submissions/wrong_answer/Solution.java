// Mistake: compares times by their difference, which overflows; 13-limits-200.
import java.util.PriorityQueue;

class Solution {
    public int[] mergeStreams(int[][] streams) {
        PriorityQueue<int[]> heads = new PriorityQueue<>(
                (one, two) -> one[0] != two[0] ? one[0] - two[0] : one[1] - two[1]);
        int events = 0;
        for (int i = 0; i < streams.length; i++) {
            events += streams[i].length;
            if (streams[i].length > 0) {
                heads.add(new int[] {streams[i][0], i, 0});
            }
        }
        int[] sources = new int[events];
        for (int at = 0; at < events; at++) {
            int[] head = heads.remove();
            sources[at] = head[1];
            if (++head[2] < streams[head[1]].length) {
                head[0] = streams[head[1]][head[2]];
                heads.add(head);
            }
        }
        return sources;
    }
}
