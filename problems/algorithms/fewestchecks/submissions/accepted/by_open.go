// O(n log n): by opening moment, with the moment until which the next check can wait.
package main

import "sort"

func fewestChecks(opens []int, closes []int) int {
	order := make([]int, len(opens))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return opens[order[i]] < opens[order[j]] })

	checks := 0
	waitUntil := 0
	for _, window := range order {
		if checks == 0 || opens[window] > waitUntil {
			checks++
			waitUntil = closes[window]
		} else if closes[window] < waitUntil {
			waitUntil = closes[window]
		}
	}
	return checks
}
