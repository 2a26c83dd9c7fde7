// Crash: makes all streams as long as the longest one: 50 000 streams beside one of 100 000 events take 40 GB.
#include "signature.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

std::vector<int> merge_streams(const std::vector<std::vector<int>> &streams)
{
    using Head = std::pair<long long, int>; // time, stream
    const long long ended = std::numeric_limits<long long>::max();
    size_t longest = 0;

    for (const auto &stream : streams)
        longest = std::max(longest, stream.size());
    std::vector<std::vector<long long>> times(streams.size(), std::vector<long long>(longest + 1, ended));
    for (size_t i = 0; i < streams.size(); i++)
        std::copy(streams[i].begin(), streams[i].end(), times[i].begin());

    std::priority_queue<Head, std::vector<Head>, std::greater<Head>> heads;
    std::vector<size_t> next(streams.size());
    std::vector<int> sources;
    for (size_t i = 0; i < streams.size(); i++)
        heads.push({times[i][0], static_cast<int>(i)});
    while (heads.top().first != ended) {
        int source = heads.top().second;

        heads.pop();
        sources.push_back(source);
        heads.push({times[source][++next[source]], source});
    }
    return sources;
}
