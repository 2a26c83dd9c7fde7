// small; time O(2^n); space O(2^n); kind: list of all sums
import java.util.*;

public class SubsetSums {
    static void collect(int[] a, int i, int sum, List<Integer> sums) {
        if (i == a.length) {
            sums.add(sum);
            return;
        }
        collect(a, i + 1, sum, sums);
        collect(a, i + 1, sum ^ a[i], sums);
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int[] a = new int[in.nextInt()];
        for (int i = 0; i < a.length; i++) a[i] = in.nextInt();
        List<Integer> sums = new ArrayList<>();
        collect(a, 0, 0, sums);
        long total = 0;
        for (int sum : sums) total += sum;
        System.out.println(total);
    }
}
