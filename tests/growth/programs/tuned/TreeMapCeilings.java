// numbers; time O(n log n); space O(n); families: random, distinct, sorted, reversed; kind: TreeMap
import java.io.*;
import java.util.*;

public class TreeMapCeilings {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        in.readLine();
        StringTokenizer tokens = new StringTokenizer(in.readLine());
        TreeMap<Integer, Integer> lastSeen = new TreeMap<>();
        long sum = 0;
        for (int i = 0; tokens.hasMoreTokens(); i++) {
            int x = Integer.parseInt(tokens.nextToken());
            Map.Entry<Integer, Integer> above = lastSeen.ceilingEntry(x);
            if (above != null) sum += i - above.getValue();
            lastSeen.put(x, i);
        }
        System.out.println(sum);
    }
}
