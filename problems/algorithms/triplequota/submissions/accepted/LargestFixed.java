// O(n^2): sorted; for each largest container two pointers count the pairs of smaller ones.
import java.util.Arrays;

class Solution {
    public long countTriples(int[] memory, int quota) {
        int[] sorted = memory.clone();
        Arrays.sort(sorted);
        long groups = 0;
        for (int largest = 2; largest < sorted.length; largest++) {
            int left = 0;
            int right = largest - 1;
            while (left < right) {
                long sum = (long) sorted[left] + sorted[right] + sorted[largest];
                if (sum > quota) {
                    right--;
                } else {
                    groups += right - left;
                    left++;
                }
            }
        }
        return groups;
    }
}
