// O(n log k): a heap with the first undelivered event of each stream.
#include "signature.h"

#include <functional>
#include <queue>
#include <utility>

std::vector<int> merge_streams(const std::vector<std::vector<int>> &streams)
{
    using Head = std::pair<int, int>; // time, stream
    std::priority_queue<Head, std::vector<Head>, std::greater<Head>> heads;
    std::vector<size_t> next(streams.size(), 1);
    std::vector<int> sources;

    for (size_t i = 0; i < streams.size(); i++)
        if (!streams[i].empty())
            heads.push({streams[i][0], static_cast<int>(i)});
    while (!heads.empty()) {
        int source = heads.top().second;

        heads.pop();
        sources.push_back(source);
        if (next[source] < streams[source].size())
            heads.push({streams[source][next[source]++], source});
    }
    return sources;
}
