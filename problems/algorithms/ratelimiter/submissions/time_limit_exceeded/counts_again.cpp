// Slow: O(limit) for each call: looks at all times of the client to count those in the window.
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
        if (remaining(client, time) == 0)
            return false;
        times[client].push_back(time);
        return true;
    }

    int remaining(const std::string &client, int time)
    {
        int left = limit;

        for (int old : times[client])
            if (old > time - window)
                left--;
        return left;
    }

private:
    int limit, window;
    std::unordered_map<std::string, std::vector<int>> times;
};
