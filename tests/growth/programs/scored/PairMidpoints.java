// fewnumbers; time O(n^2 log n); space O(n); kind: Arrays.binarySearch in loops
import java.util.*;

public class PairMidpoints {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        int[] a = new int[n];
        for (int i = 0; i < n; i++) a[i] = in.nextInt();
        Arrays.sort(a);
        long inserted = 0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                int place = Arrays.binarySearch(a, Math.abs(a[i] - a[j]) + 1);
                inserted += place < 0 ? -place - 1 : place;
            }
        System.out.println(inserted);
    }
}
