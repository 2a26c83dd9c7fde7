// O(n k): a table of the fewest packets for each number of bytes.
#include "signature.h"

#include <algorithm>

int fewest_packets(const std::vector<int> &sizes, int total)
{
    const int impossible = total + 1;
    std::vector<int> fewest(total + 1, impossible);

    fewest[0] = 0;
    for (int bytes = 1; bytes <= total; bytes++)
        for (int size : sizes)
            if (size <= bytes)
                fewest[bytes] = std::min(fewest[bytes], fewest[bytes - size] + 1);
    return fewest[total] == impossible ? -1 : fewest[total];
}
