// O(n + m): counts the dependencies that are not deployed yet, and takes those with none from a queue.
#include "signature.h"

std::vector<int> deploy_waves(const std::vector<std::vector<int>> &dependencies)
{
    int n = static_cast<int>(dependencies.size());
    std::vector<std::vector<int>> waiting(n); // for each service
    std::vector<int> missing(n), wave(n), queue;

    queue.reserve(n);
    for (int service = 0; service < n; service++) {
        missing[service] = static_cast<int>(dependencies[service].size());
        for (int other : dependencies[service])
            waiting[other].push_back(service);
        if (missing[service] == 0) {
            wave[service] = 1;
            queue.push_back(service);
        }
    }
    for (size_t i = 0; i < queue.size(); i++)
        for (int service : waiting[queue[i]])
            if (--missing[service] == 0) {
                wave[service] = wave[queue[i]] + 1;
                queue.push_back(service);
            }
    if (static_cast<int>(queue.size()) < n)
        return {};
    return wave;
}
