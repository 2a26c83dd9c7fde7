// Mistake: counts in an int, which is too small for the number of groups; 28-fit-5000.
// Right up to 2^31 - 1 groups: only large inputs show it.
import java.util.Arrays;

class Solution {
    public long countTriples(int[] memory, int quota) {
        Arrays.sort(memory);
        int groups = 0;
        for (int i = 0; i < memory.length; i++) {
            int left = i + 1;
            int right = memory.length - 1;
            while (left < right) {
                if (memory[left] + memory[right] <= quota - memory[i]) {
                    groups += right - left;
                    left++;
                } else {
                    right--;
                }
            }
        }
        return groups;
    }
}
