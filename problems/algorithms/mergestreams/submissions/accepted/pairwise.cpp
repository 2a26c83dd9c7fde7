// O(n log k): merges neighbouring streams, the left one first, until one is left.
#include "signature.h"

#include <algorithm>
#include <utility>

using Events = std::vector<std::pair<int, int>>; // time, stream

static Events merged(const std::vector<std::vector<int>> &streams, size_t from, size_t to)
{
    Events events;

    if (to - from == 1) {
        for (int time : streams[from])
            events.push_back({time, static_cast<int>(from)});
        return events;
    }
    Events left = merged(streams, from, (from + to) / 2);
    Events right = merged(streams, (from + to) / 2, to);
    events.resize(left.size() + right.size());
    std::merge(left.begin(), left.end(), right.begin(), right.end(), events.begin());
    return events;
}

std::vector<int> merge_streams(const std::vector<std::vector<int>> &streams)
{
    std::vector<int> sources;

    for (const auto &event : merged(streams, 0, streams.size()))
        sources.push_back(event.second);
    return sources;
}
