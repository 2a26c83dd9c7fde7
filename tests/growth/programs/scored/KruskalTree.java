// graph; time O(n log n); space O(n); kind: sorting edges, union-find
import java.io.*;
import java.util.*;

public class KruskalTree {
    static int[] parent;

    static int find(int x) {
        while (parent[x] != x) x = parent[x] = parent[parent[x]];
        return x;
    }

    public static void main(String[] args) throws IOException {
        StreamTokenizer in = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        in.nextToken();
        int n = (int) in.nval;
        in.nextToken();
        int[][] edges = new int[(int) in.nval][3];
        for (int[] edge : edges)
            for (int i = 0; i < 3; i++) {
                in.nextToken();
                edge[i] = (int) in.nval;
            }
        Arrays.sort(edges, Comparator.comparingInt(edge -> edge[2]));
        parent = new int[n];
        for (int i = 0; i < n; i++) parent[i] = i;
        long cost = 0;
        for (int[] edge : edges) {
            int a = find(edge[0]), b = find(edge[1]);
            if (a != b) {
                parent[a] = b;
                cost += edge[2];
            }
        }
        System.out.println(cost);
    }
}
