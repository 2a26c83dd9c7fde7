// Mistake: a worker that is done at the moment of the arrival is taken to be busy still; 12-moment-30.
#include "signature.h"

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
        int worker;

        while (!busy.empty() && busy.top().first < start) {
            free.push(busy.top().second);
            busy.pop();
        }
        if (!free.empty()) {
            worker = free.top();
            free.pop();
        } else {
            worker = busy.top().second;
            start = busy.top().first;
            busy.pop();
        }
        busy.push({start + durations[job], worker});
        takers.push_back(worker);
    }
    return takers;
}
