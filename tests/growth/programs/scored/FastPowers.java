// huge; time O(log n); space O(1); kind: powers by squaring
import java.util.*;

public class FastPowers {
    static final long MOD = 1_000_000_007L;

    static long power(long base, long exponent) {
        long result = 1;
        base %= MOD;
        while (exponent > 0) {
            if ((exponent & 1) == 1) result = result * base % MOD;
            base = base * base % MOD;
            exponent >>= 1;
        }
        return result;
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        long n = in.nextLong();
        long sum = 0;
        for (int base = 2; base < 2000; base++) sum = (sum + power(base, n)) % MOD;
        System.out.println(sum);
    }
}
