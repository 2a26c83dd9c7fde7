// O(n log k): a heap with the first undelivered event of each stream.
package main

import "container/heap"

type head struct {
	time, stream, position int
}

type heads []head

func (h heads) Len() int { return len(h) }

func (h heads) Less(i, j int) bool {
	if h[i].time != h[j].time {
		return h[i].time < h[j].time
	}
	return h[i].stream < h[j].stream
}

func (h heads) Swap(i, j int) { h[i], h[j] = h[j], h[i] }

func (h *heads) Push(x any) { *h = append(*h, x.(head)) }

func (h *heads) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

func mergeStreams(streams [][]int) []int {
	h := heads{}
	for stream, times := range streams {
		if len(times) > 0 {
			h = append(h, head{times[0], stream, 0})
		}
	}
	heap.Init(&h)
	sources := []int{}
	for len(h) > 0 {
		top := &h[0]
		sources = append(sources, top.stream)
		top.position++
		if times := streams[top.stream]; top.position < len(times) {
			top.time = times[top.position]
			heap.Fix(&h, 0)
		} else {
			heap.Pop(&h)
		}
	}
	return sources
}
