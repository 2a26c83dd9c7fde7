// O(n log n): a multiset, and an iterator that stays at its median.
#include "signature.h"

#include <iterator>
#include <set>

std::vector<int> running_medians(const std::vector<int> &latencies)
{
    std::multiset<int> sorted;
    std::multiset<int>::iterator median;
    std::vector<int> medians;

    for (int latency : latencies) {
        sorted.insert(latency); // behind those that are equal
        if (sorted.size() == 1)
            median = sorted.begin();
        else if (latency < *median && sorted.size() % 2 == 0)
            --median;
        else if (latency >= *median && sorted.size() % 2 == 1)
            ++median;
        medians.push_back(*median);
    }
    return medians;
}
