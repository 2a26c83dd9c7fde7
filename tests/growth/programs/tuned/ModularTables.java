// huge; time O(log n); space O(1); kind: fast power
import java.util.Scanner;

public class ModularTables {
    static long power(long base, long exponent, long modulus) {
        long result = 1;
        for (base %= modulus; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) result = result * base % modulus;
            base = base * base % modulus;
        }
        return result;
    }

    public static void main(String[] args) {
        long n = new Scanner(System.in).nextLong();
        long sum = 0;
        for (int base = 2; base < 1000; base++) sum += power(base, n, 1_000_000_007L);
        System.out.println(sum % 1_000_000_007L);
    }
}
