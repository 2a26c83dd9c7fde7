// Mistake: with a tenant too many, a new stretch begins at that request; 05-random-10.
#include "signature.h"

#include <unordered_set>

std::vector<int> find_stretch(const std::vector<std::string> &tenants, int limit)
{
    std::unordered_set<std::string> in_window;
    size_t start = 0, best_start = 0, best_length = 0;

    for (size_t i = 0; i < tenants.size(); i++) {
        if (!tenants[i].empty())
            in_window.insert(tenants[i]);
        if (in_window.size() > static_cast<size_t>(limit)) {
            in_window = {tenants[i]};
            start = i;
        }
        if (i + 1 - start > best_length) {
            best_start = start;
            best_length = i + 1 - start;
        }
    }
    return {static_cast<int>(best_start), static_cast<int>(best_length)};
}
