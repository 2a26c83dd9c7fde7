// O(n log k): a heap of the k best, with the worst of them on top.
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
        Comparator<Map.Entry<String, Integer>> worstFirst =
                Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()));
        PriorityQueue<Map.Entry<String, Integer>> best = new PriorityQueue<>(worstFirst);
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            best.add(entry);
            if (best.size() > k) {
                best.remove();
            }
        }
        String[] names = new String[best.size()];
        for (int i = names.length - 1; i >= 0; i--) {
            names[i] = best.remove().getKey();
        }
        return names;
    }
}
