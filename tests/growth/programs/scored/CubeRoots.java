// huge; time O(log n); space O(1); kind: binary search
import java.util.Scanner;

public class CubeRoots {
    public static void main(String[] args) {
        long n = new Scanner(System.in).nextLong();
        long checksum = 0;
        for (int shift = 0; shift < 800; shift++) {
            long low = 0, high = n + shift;
            while (low < high) {
                long middle = low + (high - low + 1) / 2;
                if (middle <= 2_000_000 && middle * middle * middle <= n + shift) low = middle;
                else high = middle - 1;
            }
            checksum = checksum * 31 + low;
        }
        System.out.println(checksum);
    }
}
