// weigh; time O(n^2); space O(1)
import java.util.*;

class Solution {
    public int weigh(int[] numbers) {
        int pairs = 0;
        for (int i = 0; i < numbers.length; i++) {
            for (int k = 0; k < i; k++) {
                if (numbers[k] < numbers[i]) {
                    pairs++;
                }
            }
        }
        return pairs & 0xffff;
    }
}
