// O(n + m): once the window covers the rule it always does: its start passes all that it can do without.
package main

func findWindow(lines []int, required []int) []int {
	needed := map[int]int{}
	for _, service := range required {
		needed[service]++
	}
	have := make(map[int]int, len(needed))
	covered := 0 // services that are there as often as required
	start := 0
	best := []int{}
	for i, service := range lines {
		if needed[service] == 0 {
			continue
		}
		have[service]++
		if have[service] == needed[service] {
			covered++
		}
		if covered < len(needed) {
			continue
		}
		for have[lines[start]] > needed[lines[start]] || needed[lines[start]] == 0 {
			have[lines[start]]--
			start++
		}
		if len(best) == 0 || i+1-start < best[1]-best[0] {
			best = []int{start, i + 1}
		}
	}
	return best
}
