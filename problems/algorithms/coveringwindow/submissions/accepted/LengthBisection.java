// O((n + m) log n): a longer stretch covers what a shorter one does, so the length is found by bisection.
import java.util.HashMap;
import java.util.Map;

class Solution {
    private int[] services; // of each line: its place in required, or -1
    private int[] needed;
    private int total;

    public int[] findWindow(int[] lines, int[] required) {
        Map<Integer, Integer> places = new HashMap<>();
        needed = new int[required.length];
        total = required.length;
        for (int service : required) {
            places.putIfAbsent(service, places.size());
            needed[places.get(service)]++;
        }
        services = new int[lines.length];
        for (int i = 0; i < lines.length; i++) {
            services[i] = places.getOrDefault(lines[i], -1);
        }
        if (firstStart(lines.length) < 0) {
            return new int[0];
        }
        int tooShort = 0;
        int enough = lines.length;
        while (enough - tooShort > 1) {
            int middle = (tooShort + enough) >>> 1;
            if (firstStart(middle) < 0) {
                tooShort = middle;
            } else {
                enough = middle;
            }
        }
        int start = firstStart(enough);
        return new int[] {start, start + enough};
    }

    /** Where the first stretch of this length starts that covers the rule, or -1. */
    private int firstStart(int length) {
        int[] missing = needed.clone();
        int open = total;
        for (int i = 0; i < services.length; i++) {
            if (services[i] >= 0 && missing[services[i]]-- > 0) {
                open--;
            }
            int leaving = i < length ? -1 : services[i - length];
            if (leaving >= 0 && ++missing[leaving] > 0) {
                open++;
            }
            if (open == 0) {
                return Math.max(0, i + 1 - length);
            }
        }
        return -1;
    }
}
