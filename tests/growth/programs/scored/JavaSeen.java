// weigh; time O(n); space O(n)
import java.util.*;

class Solution {
    public int weigh(int[] numbers) {
        Set<Integer> seen = new HashSet<>();
        for (int x : numbers) {
            seen.add(x);
        }
        return seen.size();
    }
}
