// words; time O(n); space O(n); kind: hash map of lists, short keys sorted
import java.io.*;
import java.util.*;

public class AnagramGroups {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(in.readLine().trim());
        Map<String, List<String>> groups = new HashMap<>();
        for (int i = 0; i < n; i++) {
            String word = in.readLine();
            char[] letters = word.toCharArray();
            Arrays.sort(letters);
            groups.computeIfAbsent(new String(letters), key -> new ArrayList<>()).add(word);
        }
        int largest = 0;
        for (List<String> group : groups.values()) largest = Math.max(largest, group.size());
        System.out.println(groups.size() + " " + largest);
    }
}
