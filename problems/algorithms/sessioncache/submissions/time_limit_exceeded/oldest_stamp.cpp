// Slow: O(capacity) for each session that has to go: looks for the smallest of all stamps.
#include "signature.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

class SessionCache {
    struct place {
        int session, user;
    };
    size_t capacity;
    int now = 0;
    std::unordered_map<int, size_t> at;
    std::vector<place> places;
    std::vector<int> stamps;

    void take_out(size_t i)
    {
        at[places.back().session] = i;
        at.erase(places[i].session);
        places[i] = places.back();
        stamps[i] = stamps.back();
        places.pop_back();
        stamps.pop_back();
    }

public:
    SessionCache(int capacity) : capacity(capacity)
    {
    }

    std::optional<int> open(int session, int user)
    {
        std::optional<int> gone;
        auto found = at.find(session);

        if (found != at.end()) {
            places[found->second].user = user;
            stamps[found->second] = ++now;
            return gone;
        }
        if (places.size() == capacity) {
            const size_t oldest = std::min_element(stamps.begin(), stamps.end()) - stamps.begin();
            gone = places[oldest].session;
            take_out(oldest);
        }
        at[session] = places.size();
        places.push_back({session, user});
        stamps.push_back(++now);
        return gone;
    }

    std::optional<int> find(int session)
    {
        auto found = at.find(session);

        if (found == at.end())
            return {};
        stamps[found->second] = ++now;
        return places[found->second].user;
    }

    bool close(int session)
    {
        auto found = at.find(session);

        if (found == at.end())
            return false;
        take_out(found->second);
        return true;
    }
};
