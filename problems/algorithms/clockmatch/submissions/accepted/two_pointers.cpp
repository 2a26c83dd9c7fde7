// O(n + m): two pointers; the run of equal samples before the event is remembered by its start.
#include "signature.h"

std::vector<int> nearest_samples(const std::vector<int> &events, const std::vector<int> &samples)
{
    std::vector<int> result;
    size_t after = 0;  // the first sample that is not before the event
    size_t before = 0; // the first of the samples with the time of the one in front of it

    for (int event : events) {
        while (after < samples.size() && samples[after] < event) {
            if (samples[after] != samples[before])
                before = after;
            after++;
        }
        bool later = after == 0 ||
                     (after < samples.size() &&
                      static_cast<long long>(samples[after]) - event <
                          static_cast<long long>(event) - samples[before]);
        result.push_back(static_cast<int>(later ? after : before));
    }
    return result;
}
