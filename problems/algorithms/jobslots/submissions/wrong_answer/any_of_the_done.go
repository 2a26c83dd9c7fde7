// Mistake: of several workers that are done at the same moment, a waiting job takes any; 12-moment-30.
package main

import "container/heap"

type worker struct {
	end    int64
	number int
}

type workerHeap struct {
	items []worker
	less  func(one, two worker) bool
}

func (h *workerHeap) Len() int           { return len(h.items) }
func (h *workerHeap) Less(i, j int) bool { return h.less(h.items[i], h.items[j]) }
func (h *workerHeap) Swap(i, j int)      { h.items[i], h.items[j] = h.items[j], h.items[i] }
func (h *workerHeap) Push(x any)         { h.items = append(h.items, x.(worker)) }

func (h *workerHeap) Pop() any {
	last := h.items[len(h.items)-1]
	h.items = h.items[:len(h.items)-1]
	return last
}

func assignJobs(arrivals []int, durations []int, workers int) []int {
	free := &workerHeap{less: func(one, two worker) bool { return one.number < two.number }}
	busy := &workerHeap{less: func(one, two worker) bool { return one.end < two.end }}
	for number := 0; number < workers; number++ {
		heap.Push(free, worker{0, number})
	}
	takers := []int{}
	for job, arrival := range arrivals {
		start := int64(arrival)
		for busy.Len() > 0 && busy.items[0].end <= start {
			heap.Push(free, heap.Pop(busy))
		}
		from := free
		if free.Len() == 0 {
			from, start = busy, busy.items[0].end
		}
		taker := heap.Pop(from).(worker)
		taker.end = start + int64(durations[job])
		heap.Push(busy, taker)
		takers = append(takers, taker.number)
	}
	return takers
}
