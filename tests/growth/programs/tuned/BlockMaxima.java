// queries; time O(n sqrt n); space O(n); families: wide, random; kind: square root decomposition
import java.io.*;
import java.util.*;

public class BlockMaxima {
    public static void main(String[] args) throws IOException {
        StreamTokenizer in = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        in.nextToken();
        int n = (int) in.nval, size = (int) Math.sqrt(n) + 1;
        int[] values = new int[n], blocks = new int[n / size + 1];
        for (int i = 0; i < n; i++) {
            in.nextToken();
            values[i] = (int) in.nval;
            blocks[i / size] = Math.max(blocks[i / size], values[i]);
        }
        long sum = 0;
        for (int q = 0; q < n; q++) {
            in.nextToken();
            int i = (int) in.nval - 1;
            in.nextToken();
            int end = (int) in.nval, best = 0;
            while (i < end && i % size != 0) best = Math.max(best, values[i++]);
            while (i + size <= end) {
                best = Math.max(best, blocks[i / size]);
                i += size;
            }
            while (i < end) best = Math.max(best, values[i++]);
            sum += best;
        }
        System.out.println(sum);
    }
}
