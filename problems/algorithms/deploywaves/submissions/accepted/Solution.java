// O(n + m): counts the dependencies that are missing; who waits for a service is kept in flat arrays.
import java.util.ArrayDeque;
import java.util.Queue;

class Solution {
    public int[] deployWaves(int[][] dependencies) {
        int n = dependencies.length;
        int[] start = new int[n + 1]; // where in waiting those begin that wait for a service
        for (int[] others : dependencies) {
            for (int other : others) {
                start[other + 1]++;
            }
        }
        for (int i = 0; i < n; i++) {
            start[i + 1] += start[i];
        }
        int[] waiting = new int[start[n]];
        int[] end = start.clone();
        int[] missing = new int[n];
        int[] waves = new int[n];
        Queue<Integer> queue = new ArrayDeque<>();
        for (int service = 0; service < n; service++) {
            missing[service] = dependencies[service].length;
            for (int other : dependencies[service]) {
                waiting[end[other]++] = service;
            }
            if (missing[service] == 0) {
                waves[service] = 1;
                queue.add(service);
            }
        }
        int done = 0;
        while (!queue.isEmpty()) {
            int service = queue.remove();
            done++;
            for (int i = start[service]; i < start[service + 1]; i++) {
                if (--missing[waiting[i]] == 0) {
                    waves[waiting[i]] = waves[service] + 1;
                    queue.add(waiting[i]);
                }
            }
        }
        return done == n ? waves : new int[0];
    }
}
