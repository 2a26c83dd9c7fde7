// Mistake: queues of loads that give up equal ones; when one of them leaves, all are gone; 14-leave-80.
#include "signature.h"

#include <deque>

std::vector<int> steady_stretch(const std::vector<int> &loads, int spread)
{
    std::deque<int> falling, rising; // loads
    int start = 0, best_start = 0, best_length = 0;

    for (int i = 0; i < static_cast<int>(loads.size()); i++) {
        while (!falling.empty() && falling.back() <= loads[i])
            falling.pop_back();
        while (!rising.empty() && rising.back() >= loads[i])
            rising.pop_back();
        falling.push_back(loads[i]);
        rising.push_back(loads[i]);
        while (!falling.empty() && !rising.empty() && falling.front() - rising.front() > spread) {
            if (falling.front() == loads[start])
                falling.pop_front();
            if (rising.front() == loads[start])
                rising.pop_front();
            start++;
        }
        if (i + 1 - start > best_length) {
            best_start = start;
            best_length = i + 1 - start;
        }
    }
    return {best_start, best_length};
}
