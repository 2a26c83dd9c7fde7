// weigh; time O(n log n); space O(n)
import java.util.*;

class Solution {
    public int weigh(int[] numbers) {
        int[] copy = numbers.clone();
        Arrays.sort(copy);
        return copy[copy.length / 2];
    }
}
