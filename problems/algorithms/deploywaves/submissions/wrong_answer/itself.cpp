// Mistake: passes over a service that depends on itself, although it can never be deployed; 02-itself-1.
#include "signature.h"

#include <queue>

std::vector<int> deploy_waves(const std::vector<std::vector<int>> &dependencies)
{
    int n = static_cast<int>(dependencies.size()), done = 0;
    std::vector<std::vector<int>> waiting(n);
    std::vector<int> missing(n), wave(n, 1);
    std::queue<int> queue;

    for (int service = 0; service < n; service++)
        for (int other : dependencies[service])
            if (other != service) {
                waiting[other].push_back(service);
                missing[service]++;
            }
    for (int service = 0; service < n; service++)
        if (missing[service] == 0)
            queue.push(service);
    for (; !queue.empty(); queue.pop(), done++)
        for (int service : waiting[queue.front()]) {
            wave[service] = wave[queue.front()] + 1;
            if (--missing[service] == 0)
                queue.push(service);
        }
    if (done < n)
        return {};
    return wave;
}
