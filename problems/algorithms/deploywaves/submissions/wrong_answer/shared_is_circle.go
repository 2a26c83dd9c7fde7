// Mistake: takes a service that was met before for a circle, also when it is only shared; 06-diamonds-4.
package main

func deployWaves(dependencies [][]int) []int {
	waves := make([]int, len(dependencies))
	for start := range dependencies {
		if waves[start] != 0 {
			continue
		}
		visited := map[int]bool{}
		var visit func(service int) bool
		visit = func(service int) bool {
			if visited[service] {
				return false
			}
			visited[service] = true
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
		if !visit(start) {
			return nil
		}
	}
	return waves
}
