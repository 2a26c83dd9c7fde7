// Mistake: the heap drops the first of two names with equal counts, not the last; 13-ties-50.
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

class Solution {
    public String[] noisiest(String[] requests, int k) {
        Map<String, Integer> counts = new HashMap<>();
        for (String name : requests) {
            counts.merge(name, 1, Integer::sum);
        }
        Comparator<String> worstFirst = (a, b) -> counts.get(a).equals(counts.get(b))
                ? a.compareTo(b) : counts.get(a) - counts.get(b);
        PriorityQueue<String> best = new PriorityQueue<>(worstFirst);
        for (String name : counts.keySet()) {
            best.add(name);
            if (best.size() > k) {
                best.remove();
            }
        }
        return best.stream()
                .sorted(Comparator.comparing((String name) -> -counts.get(name))
                        .thenComparing(Comparator.naturalOrder()))
                .toArray(String[]::new);
    }
}
