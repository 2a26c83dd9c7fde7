// text; time O(n); space O(n); kind: StringBuilder
import java.io.*;

public class BuilderEcho {
    public static void main(String[] args) throws IOException {
        String text = new BufferedReader(new InputStreamReader(System.in)).readLine();
        StringBuilder out = new StringBuilder();
        for (char letter : text.toCharArray()) {
            int length = out.length();
            if (length > 0 && out.charAt(length - 1) == letter) out.deleteCharAt(length - 1);
            else out.append(letter);
        }
        System.out.println(out.length());
    }
}
