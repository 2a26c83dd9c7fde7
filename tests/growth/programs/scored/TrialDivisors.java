// single; time O(n sqrt n); space O(1)
import java.util.Scanner;

public class TrialDivisors {
    static int closestPair(int area) {
        int width = 1;
        for (int side = 1; side * side <= area; side++)
            if (area % side == 0) width = side;
        return area / width - width;
    }

    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        long total = 0;
        for (int area = 1; area <= n; area++) total += closestPair(area);
        System.out.println(total);
    }
}
