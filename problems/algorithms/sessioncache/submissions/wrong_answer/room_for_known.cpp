// Mistake: makes room although the session is there already; 10-again-8.
#include "signature.h"

#include <list>
#include <unordered_map>

class SessionCache {
public:
    SessionCache(int capacity) : capacity(capacity)
    {
    }

    std::optional<int> open(int session, int user)
    {
        std::optional<int> gone;
        auto known = places.find(session);

        if (places.size() == capacity) {
            gone = order.front().session;
            places.erase(*gone);
            order.pop_front();
            known = places.find(session);
        }
        if (known != places.end()) {
            order.splice(order.end(), order, known->second);
        } else {
            places[session] = order.insert(order.end(), {session, user});
        }
        order.back().user = user;
        return gone;
    }

    std::optional<int> find(int session)
    {
        auto known = places.find(session);

        if (known == places.end())
            return std::nullopt;
        order.splice(order.end(), order, known->second);
        return order.back().user;
    }

    bool close(int session)
    {
        auto known = places.find(session);

        if (known == places.end())
            return false;
        order.erase(known->second);
        places.erase(known);
        return true;
    }

private:
    struct Entry {
        int session, user;
    };

    size_t capacity;
    std::list<Entry> order; // of last use
    std::unordered_map<int, std::list<Entry>::iterator> places;
};
