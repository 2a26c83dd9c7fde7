// Slow: O(n m), looks at the samples for each event until they get further away.
#include "signature.h"

#include <cstdlib>

std::vector<int> nearest_samples(const std::vector<int> &events, const std::vector<int> &samples)
{
    std::vector<int> result;

    for (long long event : events) {
        size_t best = 0;

        for (size_t i = 1; i < samples.size(); i++) {
            long long distance = std::llabs(samples[i] - event);

            if (distance < std::llabs(samples[best] - event))
                best = i;
            else if (distance > std::llabs(samples[best] - event))
                break;
        }
        result.push_back(static_cast<int>(best));
    }
    return result;
}
