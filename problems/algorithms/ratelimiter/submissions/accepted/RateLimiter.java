// O(1) a call, amortised: one queue of all requests that count, and a count for each client.
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

class RateLimiter {
    private static class Request {
        final String client;
        final int time;

        Request(String client, int time) {
            this.client = client;
            this.time = time;
        }
    }

    private final int limit;
    private final int window;
    private final Queue<Request> requests = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();

    public RateLimiter(int limit, int window) {
        this.limit = limit;
        this.window = window;
    }

    public boolean allow(String client, int time) {
        if (remaining(client, time) == 0) {
            return false;
        }
        requests.add(new Request(client, time));
        counts.merge(client, 1, Integer::sum);
        return true;
    }

    public int remaining(String client, int time) {
        while (!requests.isEmpty() && requests.peek().time <= time - window) {
            counts.computeIfPresent(requests.remove().client,
                    (name, count) -> count == 1 ? null : count - 1);
        }
        return limit - counts.getOrDefault(client, 0);
    }
}
