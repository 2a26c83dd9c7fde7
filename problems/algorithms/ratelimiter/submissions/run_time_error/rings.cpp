// Crash: room for limit requests of each client from the start: the product of limit and clients.
#include "signature.h"

#include <string>
#include <unordered_map>

class RateLimiter {
public:
    RateLimiter(int limit, int window) : limit(limit), window(window)
    {
    }

    bool allow(const std::string &client, int time)
    {
        Ring &ring = counting(client, time);

        if (ring.count == limit)
            return false;
        ring.times[(ring.start + ring.count++) % limit] = time;
        return true;
    }

    int remaining(const std::string &client, int time)
    {
        return limit - counting(client, time).count;
    }

private:
    struct Ring {
        std::vector<int> times;
        int start = 0, count = 0;
    };

    Ring &counting(const std::string &client, int time)
    {
        Ring &ring = clients[client];

        ring.times.resize(limit);
        while (ring.count > 0 && ring.times[ring.start] <= time - window) {
            ring.start = (ring.start + 1) % limit;
            ring.count--;
        }
        return ring;
    }

    int limit, window;
    std::unordered_map<std::string, Ring> clients;
};
