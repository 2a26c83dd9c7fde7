// numbers; time O(n); space O(n); kind: HashSet, boxing
import java.io.*;
import java.util.*;

public class DuplicateIds {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        in.readLine();
        StringTokenizer tokens = new StringTokenizer(in.readLine());
        Set<Integer> seen = new HashSet<>();
        int duplicates = 0;
        while (tokens.hasMoreTokens())
            if (!seen.add(Integer.parseInt(tokens.nextToken()))) duplicates++;
        System.out.println(duplicates);
    }
}
