// graph; time O(n log n); space O(n); families: random, star; kind: priority queue with stale entries
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.StringTokenizer;

public class DijkstraQueue {
    record Edge(int to, int weight) {}

    record State(long distance, int node) {}

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer st = new StringTokenizer(in.readLine());
        int n = Integer.parseInt(st.nextToken());
        int m = Integer.parseInt(st.nextToken());
        List<List<Edge>> graph = new ArrayList<>();
        for (int i = 0; i < n; i++) graph.add(new ArrayList<>());
        for (int i = 0; i < m; i++) {
            st = new StringTokenizer(in.readLine());
            int a = Integer.parseInt(st.nextToken());
            int b = Integer.parseInt(st.nextToken());
            int w = Integer.parseInt(st.nextToken());
            graph.get(a).add(new Edge(b, w));
            graph.get(b).add(new Edge(a, w));
        }
        long[] dist = new long[n];
        Arrays.fill(dist, Long.MAX_VALUE);
        dist[0] = 0;
        PriorityQueue<State> queue = new PriorityQueue<>((x, y) -> Long.compare(x.distance(), y.distance()));
        queue.add(new State(0, 0));
        while (!queue.isEmpty()) {
            State s = queue.poll();
            if (s.distance() > dist[s.node()]) continue;
            for (Edge e : graph.get(s.node())) {
                long d = s.distance() + e.weight();
                if (d < dist[e.to()]) {
                    dist[e.to()] = d;
                    queue.add(new State(d, e.to()));
                }
            }
        }
        long far = 0;
        for (long d : dist) far = Math.max(far, d);
        System.out.println(far);
    }
}
