// Slow: O(n^2), extends a stretch from every start; tenants are numbered, and late starts left out.
#include "signature.h"

#include <unordered_map>

std::vector<int> find_stretch(const std::vector<std::string> &tenants, int limit)
{
    std::unordered_map<std::string, int> known;
    std::vector<int> numbers;
    int n = static_cast<int>(tenants.size()), best_start = 0, best_length = 0;

    for (const std::string &tenant : tenants)
        numbers.push_back(tenant.empty() ? 0 : known.emplace(tenant, known.size() + 1).first->second);
    std::vector<int> seen(known.size() + 1, -1); // the last start from which a tenant was met
    for (int start = 0; n - start > best_length; start++) {
        int different = 0, end = start;
        for (seen[0] = start; end < n; end++) {
            if (seen[numbers[end]] == start)
                continue;
            if (different == limit)
                break;
            different++;
            seen[numbers[end]] = start;
        }
        if (end - start > best_length) {
            best_start = start;
            best_length = end - start;
        }
    }
    return {best_start, best_length};
}
