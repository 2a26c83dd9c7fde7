// graph; time O(n); space O(n); kind: ArrayDeque, lists of lists
import java.io.*;
import java.util.*;

public class TreeDepths {
    public static void main(String[] args) throws IOException {
        StreamTokenizer in = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        in.nextToken();
        int n = (int) in.nval;
        in.nextToken();
        int m = (int) in.nval;
        List<List<Integer>> next = new ArrayList<>();
        for (int i = 0; i < n; i++) next.add(new ArrayList<>());
        for (int i = 0; i < m; i++) {
            in.nextToken();
            int u = (int) in.nval;
            in.nextToken();
            int v = (int) in.nval;
            in.nextToken();
            next.get(u).add(v);
            next.get(v).add(u);
        }
        boolean[] seen = new boolean[n];
        Deque<Integer> stack = new ArrayDeque<>(List.of(0));
        int visited = 0;
        while (!stack.isEmpty()) {
            int node = stack.pop();
            if (seen[node]) continue;
            seen[node] = true;
            visited++;
            for (int other : next.get(node)) if (!seen[other]) stack.push(other);
        }
        System.out.println(visited);
    }
}
