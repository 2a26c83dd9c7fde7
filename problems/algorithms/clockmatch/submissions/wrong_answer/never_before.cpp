// Mistake: takes the first sample that is not before the event, if there is one; 02-random-4.
#include "signature.h"

#include <algorithm>

std::vector<int> nearest_samples(const std::vector<int> &events, const std::vector<int> &samples)
{
    std::vector<int> result;

    for (int event : events) {
        auto at = std::lower_bound(samples.begin(), samples.end(), event);
        if (at == samples.end())
            at = std::lower_bound(samples.begin(), samples.end(), samples.back());
        result.push_back(static_cast<int>(at - samples.begin()));
    }
    return result;
}
