// O(n): a window, and an unordered_map with the number of requests of each tenant in it.
#include "signature.h"

#include <unordered_map>

std::vector<int> find_stretch(const std::vector<std::string> &tenants, int limit)
{
    std::unordered_map<std::string, int> requests;
    size_t start = 0, best_start = 0, best_length = 0;

    for (size_t end = 1; end <= tenants.size(); end++) {
        if (!tenants[end - 1].empty())
            requests[tenants[end - 1]]++;
        for (; requests.size() > static_cast<size_t>(limit); start++) {
            auto left = requests.find(tenants[start]);
            if (left != requests.end() && --left->second == 0)
                requests.erase(left);
        }
        if (end - start > best_length) {
            best_start = start;
            best_length = end - start;
        }
    }
    return {static_cast<int>(best_start), static_cast<int>(best_length)};
}
