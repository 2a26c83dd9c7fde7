// O(n): a HashSet of all ids; each streak is walked from its first id.
import java.util.HashSet;
import java.util.Set;

class Solution {
    public int[] longestStreak(int[] ids) {
        Set<Integer> there = new HashSet<>();
        for (int id : ids) {
            there.add(id);
        }
        int best = 0;
        int bestLength = 0;
        for (int first : there) {
            if (there.contains(first - 1)) {
                continue;
            }
            int length = 1;
            while (there.contains(first + length)) {
                length++;
            }
            if (length > bestLength || length == bestLength && first < best) {
                best = first;
                bestLength = length;
            }
        }
        return new int[] {best, bestLength};
    }
}
