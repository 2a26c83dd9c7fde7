// fewnumbers; time O(n^2 log n); space O(n); kind: PriorityQueue in a loop
import java.util.*;

public class RangeMedians {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        int[] a = new int[n];
        for (int i = 0; i < n; i++) a[i] = in.nextInt();
        long total = 0;
        for (int from = 0; from < n; from++) {
            PriorityQueue<Integer> rest = new PriorityQueue<>();
            for (int i = from; i < n; i++) rest.add(a[i]);
            long cost = 0;
            for (int taken = 1; !rest.isEmpty(); taken++) cost += (long) taken * rest.poll() % 1009;
            total += cost;
        }
        System.out.println(total);
    }
}
