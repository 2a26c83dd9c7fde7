// small; time O(2^n); space O(1) or O(n); kind: recursion
import java.util.Scanner;

public class SignsToTarget {
    static int[] a;

    static int ways(int i, int rest) {
        if (i == a.length) return rest == 0 ? 1 : 0;
        return ways(i + 1, rest - a[i]) + ways(i + 1, rest + a[i]);
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        a = new int[in.nextInt()];
        for (int i = 0; i < a.length; i++) a[i] = in.nextInt();
        System.out.println(ways(0, a[0]));
    }
}
