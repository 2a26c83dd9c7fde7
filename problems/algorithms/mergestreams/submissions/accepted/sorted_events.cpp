// O(n log n): all events in the order of their streams, sorted stably by time.
#include "signature.h"

#include <algorithm>
#include <utility>

std::vector<int> merge_streams(const std::vector<std::vector<int>> &streams)
{
    std::vector<std::pair<int, int>> events; // time, stream
    std::vector<int> sources;

    for (size_t i = 0; i < streams.size(); i++)
        for (int time : streams[i])
            events.push_back({time, static_cast<int>(i)});
    std::stable_sort(events.begin(), events.end(),
                     [](const auto &one, const auto &two) { return one.first < two.first; });
    for (const auto &event : events)
        sources.push_back(event.second);
    return sources;
}
