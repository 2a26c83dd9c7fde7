// Slow: O(capacity) for each call: looks for the session in a list.
#include "signature.h"

#include <list>

class SessionCache {
public:
    SessionCache(int capacity) : capacity(capacity)
    {
    }

    std::optional<int> open(int session, int user)
    {
        std::optional<int> gone;

        if (!close(session) && order.size() == capacity) {
            gone = order.front().session;
            order.pop_front();
        }
        order.push_back({session, user});
        return gone;
    }

    std::optional<int> find(int session)
    {
        for (auto at = order.begin(); at != order.end(); ++at)
            if (at->session == session) {
                order.splice(order.end(), order, at);
                return order.back().user;
            }
        return std::nullopt;
    }

    bool close(int session)
    {
        for (auto at = order.begin(); at != order.end(); ++at)
            if (at->session == session) {
                order.erase(at);
                return true;
            }
        return false;
    }

private:
    struct Entry {
        int session, user;
    };

    size_t capacity;
    std::list<Entry> order;
};
