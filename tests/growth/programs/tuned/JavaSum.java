// weigh; time O(n); space O(1)
import java.util.*;

class Solution {
    public int weigh(int[] numbers) {
        int sum = 0;
        for (int x : numbers) {
            sum ^= x;
        }
        return sum;
    }
}
