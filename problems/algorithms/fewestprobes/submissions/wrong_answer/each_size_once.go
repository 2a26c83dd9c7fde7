// Mistake: goes through the bytes from above, so that each size is used only once; 06-greedy-12.
package main

func fewestPackets(sizes []int, total int) int {
	impossible := total + 1
	fewest := make([]int, total+1)
	for bytes := 1; bytes <= total; bytes++ {
		fewest[bytes] = impossible
	}
	for _, size := range sizes {
		for bytes := total; bytes >= size; bytes-- {
			if fewest[bytes-size]+1 < fewest[bytes] {
				fewest[bytes] = fewest[bytes-size] + 1
			}
		}
	}
	if fewest[total] == impossible {
		return -1
	}
	return fewest[total]
}
