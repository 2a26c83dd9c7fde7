// Mistake: packs time and stream into one number by a shift that is too small for the streams; 15-gaps-1000.
// It takes 10 bits for a stream: only large inputs show it.
package main

import "sort"

func mergeStreams(streams [][]int) []int {
	events := []int{}
	for stream, times := range streams {
		for _, time := range times {
			events = append(events, time<<10|stream)
		}
	}
	sort.Ints(events)
	sources := make([]int, len(events))
	for i, event := range events {
		sources[i] = event & (1<<10 - 1)
	}
	return sources
}
