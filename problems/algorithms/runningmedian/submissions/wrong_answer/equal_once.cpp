// Mistake: a set keeps equal latencies only once; 06-few-8.
#include "signature.h"

#include <iterator>
#include <set>

std::vector<int> running_medians(const std::vector<int> &latencies)
{
    std::set<int> sorted;
    std::set<int>::iterator median;
    std::vector<int> medians;

    for (int latency : latencies) {
        if (sorted.insert(latency).second) {
            if (sorted.size() == 1)
                median = sorted.begin();
            else if (latency < *median && sorted.size() % 2 == 0)
                --median;
            else if (latency > *median && sorted.size() % 2 == 1)
                ++median;
        }
        medians.push_back(*median);
    }
    return medians;
}
