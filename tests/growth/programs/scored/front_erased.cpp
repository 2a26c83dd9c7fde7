// weigh; time O(n^2); space O(n)
#include "signature.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_map>

int weigh(const std::vector<int> &numbers)
{
    std::vector<int> rest = numbers;
    int sum = 0;
    while (!rest.empty()) {
        sum ^= rest.front();
        rest.erase(rest.begin());
    }
    return sum;
}
