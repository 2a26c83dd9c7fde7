// O(n): a HashMap from size to first position.
import java.util.HashMap;
import java.util.Map;

class Solution {
    public int[] findPair(int[] sizes, int block) {
        Map<Integer, Integer> first = new HashMap<>();
        for (int i = 0; i < sizes.length; i++) {
            Integer partner = first.get(block - sizes[i]);
            if (partner != null) {
                return new int[] {partner, i};
            }
            first.putIfAbsent(sizes[i], i);
        }
        return new int[0];
    }
}
