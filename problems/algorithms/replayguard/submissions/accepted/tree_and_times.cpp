// O(log n) a call: no hashing. A tree of times by id, and a tree of ids by time.
#include "signature.h"

#include <map>
#include <set>
#include <utility>

class ReplayGuard {
public:
    ReplayGuard(int window) : window(window)
    {
    }

    bool accept(int id, int time)
    {
        remembered(time);
        if (!ids.insert(id).second)
            return false;
        by_time.insert({time, id});
        return true;
    }

    int remembered(int time)
    {
        while (!by_time.empty() && by_time.begin()->first <= time - window) {
            ids.erase(by_time.begin()->second);
            by_time.erase(by_time.begin());
        }
        return static_cast<int>(by_time.size());
    }

private:
    int window;
    std::set<int> ids;
    std::multimap<int, int> by_time;
};
