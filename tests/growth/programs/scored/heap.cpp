// weigh; time O(n log n); space O(n)
#include "signature.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_map>

int weigh(const std::vector<int> &numbers)
{
    std::priority_queue<int> heap;
    for (int x : numbers)
        heap.push(x);
    int last = 0;
    while (!heap.empty()) {
        last ^= heap.top();
        heap.pop();
    }
    return last;
}
