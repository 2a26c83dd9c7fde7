// text; time O(n^2); space O(n); kind: String += in a loop
import java.io.*;

public class ConcatenatedLog {
    public static void main(String[] args) throws IOException {
        String text = new BufferedReader(new InputStreamReader(System.in)).readLine();
        String vowelsLast = "";
        String others = "";
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if ("aeiou".indexOf(letter) >= 0) vowelsLast += letter;
            else others += letter;
        }
        System.out.println((others + vowelsLast).hashCode());
    }
}
