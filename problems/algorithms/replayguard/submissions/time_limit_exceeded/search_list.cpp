// Slow: O(n) a call, looks for the id among all that are remembered.
#include "signature.h"

#include <deque>

class ReplayGuard {
public:
    ReplayGuard(int window) : window(window)
    {
    }

    bool accept(int id, int time)
    {
        remembered(time);
        for (const Entry &entry : order)
            if (entry.id == id)
                return false;
        order.push_back({id, time});
        return true;
    }

    int remembered(int time)
    {
        while (!order.empty() && time - order.front().time >= window)
            order.pop_front();
        return static_cast<int>(order.size());
    }

private:
    struct Entry {
        int id, time;
    };

    int window;
    std::deque<Entry> order;
};
