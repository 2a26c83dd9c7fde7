// numbers; time O(n log n); space O(n); kind: PriorityQueue
import java.io.*;
import java.util.*;

public class ScheduleQueue {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        in.readLine();
        StringTokenizer tokens = new StringTokenizer(in.readLine());
        PriorityQueue<Long> queue = new PriorityQueue<>();
        while (tokens.hasMoreTokens()) queue.add(Long.parseLong(tokens.nextToken()));
        long clock = 0, waited = 0;
        while (!queue.isEmpty()) {
            clock += queue.poll();
            waited = (waited + clock) % 1_000_000_007L;
        }
        System.out.println(waited);
    }
}
