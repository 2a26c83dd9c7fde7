// Slow: O(n^2), from each line on until the rule is covered; stops when that comes too late.
#include "signature.h"

#include <unordered_map>

std::vector<int> find_window(const std::vector<int> &lines, const std::vector<int> &required)
{
    std::unordered_map<int, int> places;
    std::vector<int> needed, services, best;

    for (int service : required) {
        size_t place = static_cast<size_t>(places.emplace(service, places.size()).first->second);
        if (place == needed.size())
            needed.push_back(0);
        needed[place]++;
    }
    for (int service : lines) {
        auto place = places.find(service);
        services.push_back(place == places.end() ? -1 : place->second);
    }
    int n = static_cast<int>(services.size());
    for (int start = 0; start < n; start++) {
        std::vector<int> missing = needed;
        size_t open = required.size();
        int end = start;
        int last = best.empty() ? n : start + best[1] - best[0] - 1;
        while (open > 0 && end < n && end < last) {
            int service = services[end++];
            if (service >= 0 && missing[service]-- > 0)
                open--;
        }
        if (open > 0 && best.empty())
            return {};
        if (open == 0)
            best = {start, end};
    }
    return best;
}
