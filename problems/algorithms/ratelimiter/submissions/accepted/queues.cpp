// O(1) a call, amortised: for each client a queue with the times of its requests that count.
#include "signature.h"

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
        std::queue<int> &times = counting(client, time);

        if (static_cast<int>(times.size()) == limit)
            return false;
        times.push(time);
        return true;
    }

    int remaining(const std::string &client, int time)
    {
        return limit - static_cast<int>(counting(client, time).size());
    }

private:
    std::queue<int> &counting(const std::string &client, int time)
    {
        std::queue<int> &times = clients[client];

        while (!times.empty() && times.front() <= time - window)
            times.pop();
        return times;
    }

    int limit, window;
    std::unordered_map<std::string, std::queue<int>> clients;
};
