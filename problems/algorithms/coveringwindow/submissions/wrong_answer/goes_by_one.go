// Mistake: takes off one line at the start for each new line, where several can go; 07-surplus-10.
package main

func findWindow(lines []int, required []int) []int {
	missing := map[int]int{}
	for _, service := range required {
		missing[service]++
	}
	open := len(required)
	start := 0
	best := []int{}
	for i, service := range lines {
		if count, found := missing[service]; found {
			if count > 0 {
				open--
			}
			missing[service]--
		}
		if open == 0 {
			if len(best) == 0 || i+1-start < best[1]-best[0] {
				best = []int{start, i + 1}
			}
			if _, found := missing[lines[start]]; found {
				missing[lines[start]]++
				if missing[lines[start]] > 0 {
					open++
				}
			}
			start++
		}
	}
	return best
}
