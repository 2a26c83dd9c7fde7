// numbers; time O(n); space O(n); kind: sliding window with an ArrayDeque
import java.io.*;
import java.util.*;

public class WindowMax {
    public static void main(String[] args) throws IOException {
        BufferedReader br = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(br.readLine().trim());
        StringTokenizer st = new StringTokenizer(br.readLine());
        int[] a = new int[n];
        for (int i = 0; i < n; i++) a[i] = Integer.parseInt(st.nextToken());
        int k = n / 3 + 1;
        Deque<Integer> window = new ArrayDeque<>();
        long total = 0;
        for (int i = 0; i < n; i++) {
            while (!window.isEmpty() && a[window.peekLast()] <= a[i]) window.pollLast();
            window.addLast(i);
            if (window.peekFirst() <= i - k) window.pollFirst();
            if (i >= k - 1) total += a[window.peekFirst()];
        }
        System.out.println(total);
    }
}
