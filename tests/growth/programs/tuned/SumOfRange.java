// huge; time O(1); space O(1)
import java.util.Scanner;

public class SumOfRange {
    public static void main(String[] args) {
        long n = new Scanner(System.in).nextLong();
        long evens = n / 2 * (n / 2 + 1);
        long odds = (n + 1) / 2 * ((n + 1) / 2);
        System.out.println(evens + " " + odds);
    }
}
