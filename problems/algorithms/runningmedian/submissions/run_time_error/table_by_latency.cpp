// Crash: a table that counts each possible latency takes 4 GB.
#include "signature.h"

std::vector<int> running_medians(const std::vector<int> &latencies)
{
    std::vector<int> counts(1'000'000'001);
    std::vector<int> medians;
    int median = 0, below = 0; // below: how many are less than the median

    for (int latency : latencies) {
        counts[latency]++;
        below += latency < median;
        int rank = static_cast<int>(medians.size()) / 2;
        while (below > rank)
            below -= counts[--median];
        while (below + counts[median] <= rank)
            below += counts[median++];
        medians.push_back(median);
    }
    return medians;
}
