// Slow: O(n^2) for each size, tries every number of packets of it for every number of bytes.
#include "signature.h"

#include <algorithm>

int fewest_packets(const std::vector<int> &sizes, int total)
{
    const int impossible = total + 1;
    std::vector<int> fewest(total + 1, impossible);

    fewest[0] = 0;
    for (int size : sizes) {
        std::vector<int> before = fewest;

        for (int bytes = 1; bytes <= total; bytes++)
            for (int count = 1; count <= bytes / size; count++)
                fewest[bytes] = std::min(fewest[bytes], before[bytes - count * size] + count);
    }
    return fewest[total] == impossible ? -1 : fewest[total];
}
