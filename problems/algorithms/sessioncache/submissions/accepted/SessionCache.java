// O(1) a call: a LinkedHashMap in the order of access.
import java.util.LinkedHashMap;
import java.util.Map;

public class SessionCache {
    private final int capacity;
    private final Map<Integer, Integer> users = new LinkedHashMap<>(16, 0.75f, true);

    public SessionCache(int capacity) {
        this.capacity = capacity;
    }

    public Integer open(int session, int user) {
        Integer gone = null;
        if (!users.containsKey(session) && users.size() == capacity) {
            gone = users.keySet().iterator().next();
            users.remove(gone);
        }
        users.put(session, user);
        return gone;
    }

    public Integer find(int session) {
        return users.get(session);
    }

    public boolean close(int session) {
        return users.remove(session) != null;
    }
}
