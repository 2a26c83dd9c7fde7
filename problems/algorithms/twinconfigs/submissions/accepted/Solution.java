// O(n): no sorting. The map from a configuration's lines to their counts is the key.
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class Solution {
    public int[][] groupTwins(String[][] configs) {
        Map<Map<String, Integer>, List<Integer>> groups = new LinkedHashMap<>();
        for (int service = 0; service < configs.length; service++) {
            Map<String, Integer> counts = new HashMap<>();
            for (String line : configs[service]) {
                counts.merge(line, 1, Integer::sum);
            }
            groups.computeIfAbsent(counts, key -> new ArrayList<>()).add(service);
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
