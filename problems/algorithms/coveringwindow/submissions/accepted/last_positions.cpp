// O(n log m): of each required service only the last lines count, as many as it needs. The earliest
// of all of them is where the shortest stretch starts that ends here.
#include "signature.h"

#include <queue>
#include <set>
#include <unordered_map>

std::vector<int> find_window(const std::vector<int> &lines, const std::vector<int> &required)
{
    struct Service {
        size_t needed = 0;
        std::queue<int> last;
    };
    std::unordered_map<int, Service> services;
    std::set<int> positions;
    std::vector<int> best;

    for (int service : required)
        services[service].needed++;
    for (int i = 0; i < static_cast<int>(lines.size()); i++) {
        auto found = services.find(lines[i]);
        if (found == services.end())
            continue;
        Service &service = found->second;
        service.last.push(i);
        positions.insert(i);
        if (service.last.size() > service.needed) {
            positions.erase(service.last.front());
            service.last.pop();
        }
        if (positions.size() < required.size())
            continue;
        int start = *positions.begin();
        if (best.empty() || i + 1 - start < best[1] - best[0])
            best = {start, i + 1};
    }
    return best;
}
