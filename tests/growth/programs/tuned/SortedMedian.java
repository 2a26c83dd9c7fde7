// numbers; time O(n log n); space O(n); families: random, distinct; kind: Collections.sort, boxing
import java.io.*;
import java.util.*;

public class SortedMedian {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(in.readLine().trim());
        List<Integer> numbers = new ArrayList<>(n);
        for (String word : in.readLine().split(" ")) numbers.add(Integer.valueOf(word));
        Collections.sort(numbers);
        System.out.println(numbers.get(n / 2));
    }
}
