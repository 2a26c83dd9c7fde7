// Slow: exponential, tries every size as the last packet and forgets the answers of the rests.
package main

func fewestPackets(sizes []int, total int) int {
	if total == 0 {
		return 0
	}
	best := -1
	for _, size := range sizes {
		if size > total {
			continue
		}
		packets := fewestPackets(sizes, total-size)
		if packets >= 0 && (best < 0 || packets+1 < best) {
			best = packets + 1
		}
	}
	return best
}
