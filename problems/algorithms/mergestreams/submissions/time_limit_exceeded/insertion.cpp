// Slow: O(n^2), inserts each event into a sorted list; moving what is behind it is quick, but not for nothing.
#include "signature.h"

#include <algorithm>
#include <utility>

std::vector<int> merge_streams(const std::vector<std::vector<int>> &streams)
{
    std::vector<std::pair<int, int>> events; // time, stream
    std::vector<int> sources;

    for (size_t i = 0; i < streams.size(); i++)
        for (int time : streams[i]) {
            std::pair<int, int> event(time, static_cast<int>(i));
            events.insert(std::upper_bound(events.begin(), events.end(), event), event);
        }
    for (const auto &event : events)
        sources.push_back(event.second);
    return sources;
}
