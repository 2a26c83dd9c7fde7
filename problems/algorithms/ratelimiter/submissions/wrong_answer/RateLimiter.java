// Mistake: the window starts with the first request and is not sliding; 03-random-40.
import java.util.HashMap;
import java.util.Map;

class RateLimiter {
    private final int limit;
    private final int window;
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    public RateLimiter(int limit, int window) {
        this.limit = limit;
        this.window = window;
    }

    public boolean allow(String client, int time) {
        if (remaining(client, time) == 0) {
            return false;
        }
        starts.putIfAbsent(client, time);
        counts.merge(client, 1, Integer::sum);
        return true;
    }

    public int remaining(String client, int time) {
        Integer start = starts.get(client);
        if (start != null && start <= time - window) {
            starts.remove(client);
            counts.remove(client);
        }
        return limit - counts.getOrDefault(client, 0);
    }
}
