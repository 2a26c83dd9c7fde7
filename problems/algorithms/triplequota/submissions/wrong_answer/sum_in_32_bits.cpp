// Mistake: the sum of three amounts overflows 32 bits, is negative, and seems to fit; 09-heavy-6.
#include "signature.h"

#include <algorithm>

long long count_triples(const std::vector<int> &memory, int quota)
{
    std::vector<int> sorted = memory;
    long long groups = 0;

    std::sort(sorted.begin(), sorted.end());
    for (size_t i = 0; i < sorted.size(); i++) {
        size_t left = i + 1, right = sorted.size() - 1;
        while (left < right) {
            int sum = sorted[i] + sorted[left] + sorted[right];
            if (sum <= quota)
                groups += static_cast<long long>(right - left++);
            else
                right--;
        }
    }
    return groups;
}
