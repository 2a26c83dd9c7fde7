// Slow: O(clients) for each call: looks for the client in a list of hashes.
#include "signature.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

class RateLimiter {
    int limit, window;
    std::vector<size_t> hashes;
    std::vector<std::vector<int>> times;
    std::vector<size_t> counted; // the first of a client's times that still counts

    size_t place_of(const std::string &client, int now)
    {
        const size_t hash = std::hash<std::string>()(client);
        const size_t at = std::find(hashes.begin(), hashes.end(), hash) - hashes.begin();

        if (at == hashes.size()) {
            hashes.push_back(hash);
            times.emplace_back();
            counted.push_back(0);
        }
        while (counted[at] < times[at].size() && now - times[at][counted[at]] >= window)
            counted[at]++;
        return at;
    }

    int left(size_t at) const
    {
        return limit - static_cast<int>(times[at].size() - counted[at]);
    }

public:
    RateLimiter(int limit, int window) : limit(limit), window(window)
    {
    }

    bool allow(const std::string &client, int time)
    {
        const size_t at = place_of(client, time);

        if (left(at) == 0)
            return false;
        times[at].push_back(time);
        return true;
    }

    int remaining(const std::string &client, int time)
    {
        return left(place_of(client, time));
    }
};
