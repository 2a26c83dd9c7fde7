// Slow: O(n k), looks through the heads of all streams that have not ended for each event.
#include "signature.h"

std::vector<int> merge_streams(const std::vector<std::vector<int>> &streams)
{
    struct Head {
        int time, stream;
        size_t position;
    };
    std::vector<Head> heads;
    std::vector<int> sources;

    for (size_t i = 0; i < streams.size(); i++)
        if (!streams[i].empty())
            heads.push_back({streams[i][0], static_cast<int>(i), 0});
    while (!heads.empty()) {
        size_t first = 0;
        for (size_t i = 1; i < heads.size(); i++)
            if (heads[i].time < heads[first].time)
                first = i;
        Head &head = heads[first];
        sources.push_back(head.stream);
        if (++head.position < streams[head.stream].size())
            head.time = streams[head.stream][head.position];
        else
            heads.erase(heads.begin() + first);
    }
    return sources;
}
