// O(n log n): no hashing. Sorted requests stand together by client; then a stable sort by count.
#include "signature.h"

#include <algorithm>

std::vector<std::string> noisiest(const std::vector<std::string> &requests, int k)
{
    struct Run {
        size_t start, length;
    };
    std::vector<std::string> sorted = requests, names;
    std::vector<Run> runs;

    std::sort(sorted.begin(), sorted.end());
    for (size_t i = 0; i < sorted.size(); i++) {
        if (i == 0 || sorted[i] != sorted[i - 1])
            runs.push_back({i, 0});
        runs.back().length++;
    }
    std::stable_sort(runs.begin(), runs.end(),
                     [](const Run &one, const Run &two) { return one.length > two.length; });
    for (size_t i = 0; i < runs.size() && i < static_cast<size_t>(k); i++)
        names.push_back(sorted[runs[i].start]);
    return names;
}
