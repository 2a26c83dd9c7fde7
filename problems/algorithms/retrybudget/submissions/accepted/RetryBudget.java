import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

public class RetryBudget {
    private final List<List<Integer>> callees = new ArrayList<>();
    private final String state;
    private final int budget;

    private RetryBudget(int n, String state, int budget) {
        for (int service = 0; service < n; service++) {
            callees.add(new ArrayList<>());
        }
        this.state = state;
        this.budget = budget;
    }

    /** Layer by layer; -1 if the last service cannot be reached. */
    private int fewestHops() {
        int n = callees.size();
        boolean[][] seen = new boolean[n][budget + 1];
        ArrayDeque<int[]> queue = new ArrayDeque<>();
        queue.add(new int[] {0, 0, 0});
        seen[0][0] = true;
        while (!queue.isEmpty()) {
            int[] visit = queue.remove();
            if (visit[0] == n - 1) {
                return visit[2];
            }
            for (int next : callees.get(visit[0])) {
                int used = visit[1] + (state.charAt(next) == 'd' ? 1 : 0);
                if (used <= budget && !seen[next][used]) {
                    seen[next][used] = true;
                    queue.add(new int[] {next, used, visit[2] + 1});
                }
            }
        }
        return -1;
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer line = new StringTokenizer(in.readLine());
        int n = Integer.parseInt(line.nextToken());
        int m = Integer.parseInt(line.nextToken());
        int budget = Integer.parseInt(line.nextToken());
        RetryBudget platform = new RetryBudget(n, in.readLine(), budget);
        for (int i = 0; i < m; i++) {
            line = new StringTokenizer(in.readLine());
            int x = Integer.parseInt(line.nextToken()) - 1;
            int y = Integer.parseInt(line.nextToken()) - 1;
            platform.callees.get(x).add(y);
        }
        int hops = platform.fewestHops();
        System.out.println(hops < 0 ? "unreachable" : hops);
    }
}
