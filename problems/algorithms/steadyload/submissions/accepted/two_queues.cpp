// O(n): a window, and two monotonic queues that have its largest and its smallest load in front.
#include "signature.h"

#include <deque>

std::vector<int> steady_stretch(const std::vector<int> &loads, int spread)
{
    std::deque<int> falling, rising; // positions
    int start = 0, best_start = 0, best_length = 0;

    for (int i = 0; i < static_cast<int>(loads.size()); i++) {
        while (!falling.empty() && loads[falling.back()] <= loads[i])
            falling.pop_back();
        while (!rising.empty() && loads[rising.back()] >= loads[i])
            rising.pop_back();
        falling.push_back(i);
        rising.push_back(i);
        while (loads[falling.front()] - loads[rising.front()] > spread) {
            start++;
            if (falling.front() < start)
                falling.pop_front();
            if (rising.front() < start)
                rising.pop_front();
        }
        if (i + 1 - start > best_length) {
            best_start = start;
            best_length = i + 1 - start;
        }
    }
    return {best_start, best_length};
}
