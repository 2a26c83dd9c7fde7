// weigh; time O(n log n); space O(n)
#include "signature.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_map>

int weigh(const std::vector<int> &numbers)
{
    std::vector<int> copy = numbers;
    std::sort(copy.begin(), copy.end());
    return copy[copy.size() / 2];
}
