// fewnumbers; time O(n^2); space O(n); families: distinct, random, sorted, reversed, equal, few
import java.util.Scanner;

public class EqualPairs {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        int[] a = new int[n];
        for (int i = 0; i < n; i++) a[i] = in.nextInt();
        int pairs = 0;
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++)
                if ((a[i] + a[j]) % 60 == 0) pairs++;
        System.out.println(pairs);
    }
}
