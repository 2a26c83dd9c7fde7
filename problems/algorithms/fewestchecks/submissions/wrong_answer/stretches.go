// Mistake: counts the stretches that overlapping windows make together; 09-chain-4.
package main

import "sort"

func fewestChecks(opens []int, closes []int) int {
	order := make([]int, len(opens))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return opens[order[i]] < opens[order[j]] })
	stretches, reach := 0, 0
	for _, window := range order {
		if stretches == 0 || opens[window] > reach {
			stretches++
			reach = closes[window]
		} else if closes[window] > reach {
			reach = closes[window]
		}
	}
	return stretches
}
