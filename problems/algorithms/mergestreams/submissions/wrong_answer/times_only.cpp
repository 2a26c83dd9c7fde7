// Mistake: the heap compares times only, and streams with equal times come out in any order; 04-ties-8.
#include "signature.h"

#include <queue>

std::vector<int> merge_streams(const std::vector<std::vector<int>> &streams)
{
    struct Head {
        int time, stream;
        size_t position;
        bool operator<(const Head &other) const { return time > other.time; }
    };
    std::priority_queue<Head> heads;
    std::vector<int> sources;

    for (size_t i = 0; i < streams.size(); i++)
        if (!streams[i].empty())
            heads.push({streams[i][0], static_cast<int>(i), 0});
    while (!heads.empty()) {
        Head head = heads.top();

        heads.pop();
        sources.push_back(head.stream);
        if (++head.position < streams[head.stream].size()) {
            head.time = streams[head.stream][head.position];
            heads.push(head);
        }
    }
    return sources;
}
