// fewnumbers; time O(n); space O(1); kind: a huge constant, permutations of six digits
import java.util.Scanner;

public class DigitOrders {
    static int best(int[] digits, int fixed, int value) {
        if (fixed == digits.length) return value % 9973;
        int result = 0;
        for (int i = fixed; i < digits.length; i++) {
            int digit = digits[i];
            digits[i] = digits[fixed];
            digits[fixed] = digit;
            result = Math.max(result, best(digits, fixed + 1, value * 10 + digit));
            digits[fixed] = digits[i];
            digits[i] = digit;
        }
        return result;
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        long sum = 0;
        int[] digits = new int[6];
        for (int i = 0; i < n; i++) {
            int x = in.nextInt();
            for (int d = 0; d < 6; d++, x /= 10) digits[d] = x % 10;
            sum += best(digits, 0, 0);
        }
        System.out.println(sum);
    }
}
