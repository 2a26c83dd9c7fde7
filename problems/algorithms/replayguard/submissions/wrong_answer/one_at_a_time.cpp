// Mistake: forgets only one id in a call, although more are due; 08-batches-12.
#include "signature.h"

#include <queue>
#include <unordered_set>

class ReplayGuard {
public:
    ReplayGuard(int window) : window(window)
    {
    }

    bool accept(int id, int time)
    {
        forget(time);
        if (!ids.insert(id).second)
            return false;
        order.push({id, time});
        return true;
    }

    int remembered(int time)
    {
        forget(time);
        return static_cast<int>(ids.size());
    }

private:
    struct Entry {
        int id, time;
    };

    void forget(int time)
    {
        if (!order.empty() && time - order.front().time >= window) {
            ids.erase(order.front().id);
            order.pop();
        }
    }

    int window;
    std::unordered_set<int> ids;
    std::queue<Entry> order;
};
