// weigh; time O(log n); space O(1)
#include "signature.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_map>

int weigh(const std::vector<int> &numbers)
{
    size_t n = numbers.size();
    int sum = 0;
    while (n > 0) {
        sum ^= numbers[n - 1];
        n /= 2;
    }
    return sum;
}
