// huge; time O(sqrt n); space O(1); kind: simulation
import java.util.Scanner;

public class StackedCoins {
    public static void main(String[] args) {
        long coins = new Scanner(System.in).nextLong();
        int row = 1;
        long pattern = 7;
        while (coins >= row) {
            coins -= row;
            pattern = pattern * 33 + (coins & 15);
            row++;
        }
        System.out.println((row - 1) + " " + coins + " " + pattern);
    }
}
