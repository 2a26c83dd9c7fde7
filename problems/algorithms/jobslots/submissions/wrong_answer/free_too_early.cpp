// Mistake: workers freed at the end of a wait count as free for the next job from its arrival on; 11-busy-12.
#include "signature.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

template <class T> using MinHeap = std::priority_queue<T, std::vector<T>, std::greater<T>>;

std::vector<int> assign_jobs(const std::vector<int> &arrivals, const std::vector<int> &durations, int workers)
{
    MinHeap<int> free;
    MinHeap<std::pair<long long, int>> busy; // end, worker
    std::vector<int> takers;

    for (int worker = 0; worker < workers; worker++)
        free.push(worker);
    for (size_t job = 0; job < arrivals.size(); job++) {
        long long start = arrivals[job];

        if (free.empty())
            start = std::max(start, busy.top().first);
        while (!busy.empty() && busy.top().first <= start) {
            free.push(busy.top().second);
            busy.pop();
        }
        takers.push_back(free.top());
        free.pop();
        busy.push({start + durations[job], takers.back()});
    }
    return takers;
}
