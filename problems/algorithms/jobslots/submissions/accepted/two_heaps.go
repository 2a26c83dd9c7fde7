// O(n log w): a heap of free workers by number, a heap of busy ones by the time at which they are done.
package main

import "container/heap"

type worker struct {
	end    int64
	number int
}

type workerHeap []worker

func (h workerHeap) Len() int { return len(h) }

func (h workerHeap) Less(i, j int) bool {
	if h[i].end != h[j].end {
		return h[i].end < h[j].end
	}
	return h[i].number < h[j].number
}

func (h workerHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }

func (h *workerHeap) Push(x any) { *h = append(*h, x.(worker)) }

func (h *workerHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

func assignJobs(arrivals []int, durations []int, workers int) []int {
	free := workerHeap{} // all with the same end, so by number
	for number := 0; number < workers; number++ {
		free = append(free, worker{0, number})
	}
	busy := workerHeap{}
	takers := make([]int, len(arrivals))
	for job := range arrivals {
		start := int64(arrivals[job])
		for len(busy) > 0 && busy[0].end <= start {
			heap.Push(&free, worker{0, heap.Pop(&busy).(worker).number})
		}
		if len(free) > 0 {
			takers[job] = heap.Pop(&free).(worker).number
		} else {
			first := heap.Pop(&busy).(worker)
			start, takers[job] = first.end, first.number
		}
		heap.Push(&busy, worker{start + int64(durations[job]), takers[job]})
	}
	return takers
}
