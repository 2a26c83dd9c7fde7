// Slow: O(n k), merges each stream into the result so far.
#include "signature.h"

#include <algorithm>
#include <iterator>
#include <utility>

std::vector<int> merge_streams(const std::vector<std::vector<int>> &streams)
{
    using Event = std::pair<int, int>; // time, stream
    std::vector<Event> merged, own, both;
    std::vector<int> sources;

    for (size_t i = 0; i < streams.size(); i++) {
        own.clear();
        for (int time : streams[i])
            own.push_back({time, static_cast<int>(i)});
        both.clear();
        std::merge(merged.begin(), merged.end(), own.begin(), own.end(), std::back_inserter(both));
        merged.swap(both);
    }
    for (const Event &event : merged)
        sources.push_back(event.second);
    return sources;
}
