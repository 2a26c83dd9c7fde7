// Mistake: refused requests count as well; 08-stubborn-15.
#include "signature.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_map>

class RateLimiter {
public:
    RateLimiter(int limit, int window) : limit(limit), window(window)
    {
    }

    bool allow(const std::string &client, int time)
    {
        bool allowed = remaining(client, time) > 0;

        clients[client].push(time);
        return allowed;
    }

    int remaining(const std::string &client, int time)
    {
        std::queue<int> &times = clients[client];

        while (!times.empty() && times.front() <= time - window)
            times.pop();
        return std::max(0, limit - static_cast<int>(times.size()));
    }

private:
    int limit, window;
    std::unordered_map<std::string, std::queue<int>> clients;
};
