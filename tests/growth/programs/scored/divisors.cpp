// weigh; time O(sqrt n); space O(1)
#include "signature.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_map>

int weigh(const std::vector<int> &numbers)
{
    int found = 0;
    for (size_t d = 1; d * d <= numbers.size(); d++)
        found += numbers[d % numbers.size()] & 1;
    return found;
}
