// huge; time O(1); space O(1); kind: a long loop that does not depend on n
import java.util.Scanner;

public class ShuffledDeck {
    public static void main(String[] args) {
        long seed = new Scanner(System.in).nextLong();
        int[] deck = new int[52];
        for (int i = 0; i < 52; i++) deck[i] = i;
        for (int round = 0; round < 400; round++) {
            for (int i = 51; i > 0; i--) {
                seed = (seed * 0x5DEECE66DL + 11) & ((1L << 48) - 1);
                int other = (int) (seed >>> 20) % (i + 1);
                int card = deck[i];
                deck[i] = deck[other];
                deck[other] = card;
            }
        }
        System.out.println(deck[0] + " " + deck[51]);
    }
}
