// O(n log w): a heap of free workers by number, a heap of busy ones by the time at which they are done.
#include "signature.h"

#include <functional>
#include <queue>
#include <tuple>
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
        int worker;

        while (!busy.empty() && busy.top().first <= start) {
            free.push(busy.top().second);
            busy.pop();
        }
        if (!free.empty()) {
            worker = free.top();
            free.pop();
        } else {
            std::tie(start, worker) = busy.top();
            busy.pop();
        }
        busy.push({start + durations[job], worker});
        takers.push_back(worker);
    }
    return takers;
}
