// Mistake: counts one group where all partners up to the right pointer fit; 07-random-8.
package main

import "sort"

func countTriples(memory []int, quota int) int64 {
	sort.Ints(memory)
	var groups int64
	for i := range memory {
		left, right := i+1, len(memory)-1
		for left < right {
			if memory[i]+memory[left]+memory[right] <= quota {
				groups++
				left++
			} else {
				right--
			}
		}
	}
	return groups
}
