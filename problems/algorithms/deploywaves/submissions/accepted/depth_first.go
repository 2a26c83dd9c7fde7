// O(n + m): depth-first search that remembers the wave of each service; goroutine stacks grow.
package main

const beingDone = -1

func deployWaves(dependencies [][]int) []int {
	waves := make([]int, len(dependencies))

	// visit returns false if it comes upon a circle.
	var visit func(service int) bool
	visit = func(service int) bool {
		if waves[service] != 0 {
			return waves[service] != beingDone
		}
		waves[service] = beingDone
		latest := 0
		for _, other := range dependencies[service] {
			if !visit(other) {
				return false
			}
			if waves[other] > latest {
				latest = waves[other]
			}
		}
		waves[service] = latest + 1
		return true
	}

	for service := range dependencies {
		if !visit(service) {
			return []int{}
		}
	}
	return waves
}
