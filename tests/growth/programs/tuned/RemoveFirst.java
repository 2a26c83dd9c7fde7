// numbers; time O(n^2); space O(n); kind: ArrayList.remove(0), a tiny constant
import java.io.*;
import java.util.*;

public class RemoveFirst {
    public static void main(String[] args) throws IOException {
        BufferedReader br = new BufferedReader(new InputStreamReader(System.in));
        br.readLine();
        List<Integer> waiting = new ArrayList<>();
        for (String part : br.readLine().split(" ")) waiting.add(Integer.parseInt(part));
        long clock = 0;
        long waited = 0;
        while (!waiting.isEmpty()) {
            int job = waiting.remove(0);
            waited += clock;
            clock += job % 100;
        }
        System.out.println(clock + " " + waited);
    }
}
