// Mistake: takes the largest first, then again without the largest, and so on; 03-random-30.
#include "signature.h"

#include <algorithm>
#include <functional>

int fewest_packets(const std::vector<int> &sizes, int total)
{
    std::vector<int> falling = sizes;
    int best = -1;

    std::sort(falling.begin(), falling.end(), std::greater<int>());
    for (size_t start = 0; start < falling.size(); start++) {
        int rest = total, packets = 0;

        for (size_t i = start; i < falling.size(); i++) {
            packets += rest / falling[i];
            rest %= falling[i];
        }
        if (rest == 0 && (best < 0 || packets < best))
            best = packets;
    }
    return best;
}
