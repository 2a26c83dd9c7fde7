// Slow: O(n^2) with many waves, goes through all services that are left for each wave.
#include "signature.h"

std::vector<int> deploy_waves(const std::vector<std::vector<int>> &dependencies)
{
    int n = static_cast<int>(dependencies.size());
    std::vector<std::vector<int>> waiting(n);
    std::vector<int> missing(n), wave(n), left;

    for (int service = 0; service < n; service++) {
        missing[service] = static_cast<int>(dependencies[service].size());
        left.push_back(service);
        for (int other : dependencies[service])
            waiting[other].push_back(service);
    }
    for (int number = 1; !left.empty(); number++) {
        std::vector<int> current, later;
        for (int service : left)
            (missing[service] == 0 ? current : later).push_back(service);
        if (current.empty())
            return {};
        for (int service : current) {
            wave[service] = number;
            for (int other : waiting[service])
                missing[other]--;
        }
        left.swap(later);
    }
    return wave;
}
