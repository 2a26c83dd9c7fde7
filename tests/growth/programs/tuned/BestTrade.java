// numbers; time O(n); space O(1); kind: dominated by reading, StreamTokenizer
import java.io.*;

public class BestTrade {
    public static void main(String[] args) throws IOException {
        StreamTokenizer in = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        in.nextToken();
        int n = (int) in.nval;
        int lowest = Integer.MAX_VALUE, profit = 0;
        for (int i = 0; i < n; i++) {
            in.nextToken();
            int price = (int) in.nval;
            lowest = Math.min(lowest, price);
            profit = Math.max(profit, price - lowest);
        }
        System.out.println(profit);
    }
}
