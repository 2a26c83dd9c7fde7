// words; time O(n log n); space O(n); families: random, alike, sorted; kind: HashMap, then its entries sorted
import java.io.*;
import java.util.*;

public class WordFrequencies {
    public static void main(String[] args) throws IOException {
        BufferedReader br = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(br.readLine().trim());
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < n; i++) {
            counts.merge(br.readLine().trim(), 1, Integer::sum);
        }
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort((x, y) -> {
            int byCount = Integer.compare(y.getValue(), x.getValue());
            return byCount != 0 ? byCount : x.getKey().compareTo(y.getKey());
        });
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(10, entries.size()); i++) {
            out.append(entries.get(i).getKey()).append(' ').append(entries.get(i).getValue()).append('\n');
        }
        System.out.print(out);
    }
}
