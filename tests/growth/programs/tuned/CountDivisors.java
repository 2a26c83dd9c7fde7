// huge; time O(sqrt n); space O(1); kind: collects into a list
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

public class CountDivisors {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        List<Integer> divisors = new ArrayList<>();
        for (int i = 1; (long) i * i <= n; i++) {
            if (n % i == 0) {
                divisors.add(i);
                if (i != n / i) divisors.add(n / i);
            }
        }
        System.out.println(divisors.size() + " " + divisors.get(divisors.size() - 1));
    }
}
