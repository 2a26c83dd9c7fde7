// weigh; time O(n^2); space O(1)
#include "signature.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_map>

int weigh(const std::vector<int> &numbers)
{
    int pairs = 0;
    for (size_t i = 0; i < numbers.size(); i++)
        for (size_t k = 0; k < i; k++)
            pairs += numbers[k] < numbers[i];
    return pairs & 0xffff;
}
