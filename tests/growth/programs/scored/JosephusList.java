// numbers; time O(n^2); space O(n); kind: ArrayList.remove(index), a quadratic with a tiny constant
import java.io.*;
import java.util.*;

public class JosephusList {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        in.readLine();
        List<Integer> circle = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(in.readLine());
        while (tokens.hasMoreTokens()) circle.add(Integer.parseInt(tokens.nextToken()));
        int at = 0;
        while (circle.size() > 1) {
            at = (at + 2) % circle.size();
            circle.remove(at);
        }
        System.out.println(circle.get(0));
    }
}
