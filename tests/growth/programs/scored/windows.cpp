// weigh; time O(n sqrt n); space O(1)
#include "signature.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_map>

int weigh(const std::vector<int> &numbers)
{
    size_t n = numbers.size(), width = 1;
    unsigned sum = 0;
    while (width * width < n)
        width++;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < width; k++)
            sum += (unsigned) numbers[(i + k) % n];
    return (int) (sum & 0xffff);
}
