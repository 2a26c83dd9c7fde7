// Mistake: two pointers from both ends, of which the smaller one moves on; looks at the ends only; 05-low-6.
package main

func largestBlock(capacity []int) int64 {
	best := 0
	for low, high := 0, len(capacity)-1; low <= high; {
		least := capacity[low]
		if capacity[high] < least {
			least = capacity[high]
		}
		if least*(high-low+1) > best {
			best = least * (high - low + 1)
		}
		if capacity[low] < capacity[high] {
			low++
		} else {
			high--
		}
	}
	return int64(best)
}
