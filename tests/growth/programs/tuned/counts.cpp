// weigh; time O(n); space O(n)
#include "signature.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_map>

int weigh(const std::vector<int> &numbers)
{
    std::unordered_map<int, int> seen;
    for (int x : numbers)
        seen[x]++;
    return (int) seen.size();
}
