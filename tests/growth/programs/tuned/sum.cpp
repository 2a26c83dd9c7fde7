// weigh; time O(n); space O(1)
#include "signature.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_map>

int weigh(const std::vector<int> &numbers)
{
    unsigned sum = 0;
    for (int x : numbers)
        sum = sum * 31 + (unsigned) x;
    return (int) (sum & 0xffff);
}
