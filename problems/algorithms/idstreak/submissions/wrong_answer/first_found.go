// Mistake: keeps the streak that is found first among the longest, not the smallest; 13-ties-60.
package main

func longestStreak(ids []int) []int {
	there := map[int]bool{}
	for _, id := range ids {
		there[id] = true
	}
	best, bestLength := 0, 0
	for _, id := range ids {
		if !there[id] || there[id-1] {
			continue
		}
		length := 0
		for there[id+length] {
			delete(there, id+length)
			length++
		}
		if length > bestLength {
			best, bestLength = id, length
		}
	}
	return []int{best, bestLength}
}
