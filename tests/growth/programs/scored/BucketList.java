// numbers; time O(n sqrt n); space O(n); families: random, distinct, sorted; kind: a list of lists that are split
import java.io.*;
import java.util.*;

public class BucketList {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(in.readLine().trim()), room = 2 + (int) Math.sqrt(n);
        StringTokenizer tokens = new StringTokenizer(in.readLine());
        List<List<Integer>> buckets = new ArrayList<>();
        buckets.add(new ArrayList<>());
        long checksum = 0;
        while (tokens.hasMoreTokens()) {
            int x = Integer.parseInt(tokens.nextToken()), b = 0, before = 0;
            while (b + 1 < buckets.size() && buckets.get(b + 1).get(0) <= x) before += buckets.get(b++).size();
            List<Integer> bucket = buckets.get(b);
            int place = Collections.binarySearch(bucket, x);
            if (place < 0) place = -place - 1;
            bucket.add(place, x);
            checksum += before + place;
            if (bucket.size() > room) {
                List<Integer> upper = bucket.subList(room / 2, bucket.size());
                buckets.add(b + 1, new ArrayList<>(upper));
                upper.clear();
            }
        }
        System.out.println(checksum);
    }
}
